//! The schools in an official document: waves, sums, one row a school, the tree line of the cover.
//!
//! In: the schools and the figures computed from them. Out: the values `vagues`, `totaux`, `lisiere`.

use super::*;
use crate::analyse::annees::ouverture;

impl Page<'_, '_> {
    /// The waves with their schools, the totals, the tree line.
    pub(super) fn schools(&self) -> Values {
        let bilan = self.material.bilan;
        let all: Vec<&Etablissement> = self.material.projet.etablissements.iter().collect();
        let mut totaux = self.sums(&bilan.totaux, &all);
        let args =
            [("nombre", bilan.totaux.ecoles.to_string()), ("communes", bilan.totaux.communes.to_string())];
        totaux.insert("sous_total", phrase("total-ecoles", args));
        BTreeMap::from([
            ("vagues", self.waves()),
            ("totaux", Data::Map(totaux)),
            ("lisiere", self.tree_line()),
        ])
    }

    /// The waves, then the schools that no wave has yet: none is lost. A project without schools has
    /// cohorts, of which these tables would say nothing but noughts.
    fn waves(&self) -> Data {
        let bilan = self.material.bilan;
        if bilan.totaux.ecoles == 0 {
            return Data::List(Vec::new());
        }
        let mut waves: Vec<Data> = bilan.vagues.iter().map(|wave| self.wave(wave)).collect();
        if !bilan.sans_vague.is_empty() {
            let mut values = self.sums(&Totaux::of(&bilan.sans_vague), &bilan.sans_vague);
            values.extend([
                ("id", plain("")),
                ("titre", phrase("sans-vague", [])),
                ("court", phrase("sans-vague", [])),
                ("sous_total", phrase("sans-vague", [])),
                ("etablissements", list(&bilan.sans_vague, |ecole| self.school(ecole))),
            ]);
            waves.push(Data::Map(values));
        }
        Data::List(waves)
    }

    /// The name of a wave: its own, else its rank.
    pub(in crate::documents) fn wave_name(wave: &BilanVague<'_>) -> String {
        let own = wave.vague.nom.as_ref().map(|nom| nom.value.clone());
        own.unwrap_or_else(|| format!("Vague {}", wave.vague.rang.value))
    }

    fn wave(&self, wave: &BilanVague<'_>) -> Data {
        let nom = Self::wave_name(wave);
        let (title, short) = match ouverture(wave.vague).map(|day| day.value) {
            Some(date) => {
                let args = [("nom", nom.clone()), ("date", self.long(date))];
                (phrase("vague-titre", args), format!("{nom}, {}", self.short(date)))
            }
            None => (plain(nom.clone()), nom.clone()),
        };
        let mut values = self.sums(&wave.totaux, &wave.ecoles);
        values.extend([
            ("id", plain(wave.vague.id.value.clone())),
            ("titre", title),
            ("court", plain(short)),
            (
                "sous_total",
                phrase("vague-sous-total", [("nom", nom), ("nombre", wave.totaux.ecoles.to_string())]),
            ),
            ("etablissements", list(&wave.ecoles, |ecole| self.school(ecole))),
        ]);
        Data::Map(values)
    }

    /// The sums of some schools, as a row of a table has them.
    fn sums(&self, totaux: &Totaux, ecoles: &[&Etablissement]) -> Values {
        let seuil = self.material.projet.manifeste.seuil_debit();
        let slow = ecoles.iter().filter(|ecole| sous_seuil(ecole, seuil)).count();
        let part = taux(totaux.eleves, self.material.bilan.totaux.eleves).unwrap_or(0.0);
        let known = |number: Option<u32>| number.map_or(Data::None, |number| self.integer(number));
        let wifi = |number: u32| phrase("total-wifi", [("nombre", number.to_string())]);
        let slow = [("nombre", slow.to_string()), ("seuil", self.locale.decimal(seuil, 1))];
        BTreeMap::from([
            ("ecoles", self.integer(totaux.ecoles)),
            ("classes", known(totaux.classes)),
            ("eleves", self.integer(totaux.eleves)),
            ("eleves_brut", Data::Number(totaux.eleves.into())),
            ("enseignants", known(totaux.enseignants)),
            ("postes", known(totaux.postes)),
            ("tablettes", known(totaux.tablettes)),
            ("tni", known(totaux.tni)),
            (
                "eleves_par_appareil",
                totaux.eleves_par_appareil().map_or(Data::None, |ratio| self.decimal(ratio, 1)),
            ),
            ("part", phrase("pourcentage", [("nombre", self.locale.decimal(part, 1))])),
            ("wifi", totaux.wifi_complets.map_or(Data::None, wifi)),
            ("bilan_debit", phrase(if totaux.debits { "total-debit" } else { "total-debit-inconnu" }, slow)),
        ])
    }

    fn school(&self, ecole: &Etablissement) -> Data {
        let infra = ecole.infra.as_ref();
        let seuil = self.material.projet.manifeste.seuil_debit();
        let ratio = Totaux::of(&[ecole]).eleves_par_appareil();
        map([
            ("id", plain(ecole.id.value.clone())),
            ("nom", text(&ecole.nom)),
            ("commune", text(&ecole.commune)),
            ("classes", self.some_integer(ecole.classes.as_ref())),
            ("eleves", self.integer(ecole.eleves.value)),
            ("enseignants", self.some_integer(ecole.enseignants.as_ref())),
            ("eleves_par_appareil", ratio.map_or(Data::None, |ratio| self.decimal(ratio, 1))),
            ("sous_seuil", Data::Flag(sous_seuil(ecole, seuil))),
            (
                "infra",
                map([
                    ("postes", self.some_integer(infra.and_then(|infra| infra.postes.as_ref()))),
                    ("tablettes", self.some_integer(infra.and_then(|infra| infra.tablettes.as_ref()))),
                    ("tni", self.some_integer(infra.and_then(|infra| infra.tni.as_ref()))),
                    (
                        "wifi",
                        infra
                            .and_then(|infra| infra.wifi.as_ref())
                            .map_or(Data::None, |wifi| word(wifi.value.mot())),
                    ),
                    ("debit_mbps", debit(ecole).map_or(Data::None, |debit| self.decimal(debit, 1))),
                    ("date_mesure", self.date_short(infra.and_then(|infra| infra.date_mesure.as_ref()))),
                    (
                        "plateforme_existante",
                        optional(infra.and_then(|infra| infra.plateforme_existante.as_ref())),
                    ),
                ]),
            ),
            (
                "travaux",
                list(&ecole.travaux, |works| match &works.echeance {
                    Some(date) => {
                        let dated = format!("{}, {}", works.objet.value, self.short(date.value));
                        text(&Texte { value: dated, span: works.objet.span })
                    }
                    None => text(&works.objet),
                }),
            ),
        ])
    }

    /// One tree a school, as high as its pupils; one kind a wave.
    fn tree_line(&self) -> Data {
        let vagues = &self.material.bilan.vagues;
        let ecoles: usize = vagues.iter().map(|wave| wave.ecoles.len()).sum();
        if ecoles == 0 {
            return Data::None;
        }
        let pages = Catalogue::pages(&self.locale);
        let kind = |i: usize| pages.text(&format!("lisiere-essence-{}", i % 3), None, &[]);
        let named = |(i, wave): (usize, &BilanVague<'_>)| {
            pages.text("lisiere-groupe", None, &[("nom", Self::wave_name(wave)), ("essence", kind(i))])
        };
        let essences: Vec<String> = vagues.iter().enumerate().map(named).collect();
        let counted = |(i, wave): (usize, &BilanVague<'_>)| format!("{} × {}", wave.ecoles.len(), kind(i));
        let groups: Vec<String> = vagues.iter().enumerate().map(counted).collect();
        map([
            (
                "groupes",
                list(vagues, |wave| list(&wave.ecoles, |ecole| Data::Number(ecole.eleves.value.into()))),
            ),
            ("phrase", phrase("lisiere-phrase", [("essences", essences.join(", "))])),
            ("alt", phrase("lisiere-alt", [("nombre", ecoles.to_string()), ("groupes", groups.join(", "))])),
        ])
    }
}
