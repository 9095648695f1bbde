#!/usr/bin/env bash
# A vault of 30 actors in five organisations with so many flows between them: graphe.sh DIR FLOWS
set -euo pipefail
mkdir -p "$1/donnees"
cat > "$1/dossier.yaml" <<'MANIFEST'
dossier: {titre: Mesure, reference: MES, langue: fr-FR, juridiction: FR, date: 2026-03-02, statut: brouillon, version: "0.1"}
documents: [ed-i-3]
MANIFEST
{
  echo 'organisations:'
  i=0
  for type in porteur fournisseur education_nationale etablissement famille; do
    echo "  - {id: org-$i, nom: Organisation $i, type: $type}"
    i=$((i + 1))
  done
  echo 'acteurs:'
  for i in $(seq 0 29); do
    echo "  - {id: a$i, nom: Acteur numéro $i, organisation: org-$((i % 5)), type: gestionnaire, taches: [Agir], moyens_communication: [messagerie]}"
  done
  echo 'diffusion:'
  echo '  services: [{id: aide, libelle: Aide, nature: soutien_technique}]'
  echo '  flux:'
  for i in $(seq 0 $(($2 - 1))); do
    echo "    - {de: a$((i * 7 % 30)), vers: a$(((i * 7 + 1 + i / 30 * 10 + i % 4) % 30)), service: aide}"
  done
} > "$1/donnees/plan.yaml"
