//! The chart of the bandwidths of ED I-1, school by school against the threshold.

use crate::analyse::{BilanVague, debit, sous_seuil};
use crate::documents::Data;
use crate::documents::officiel::{Page, list, map, phrase, plain, text};
use crate::locale::Catalogue;

/// The bars of the bandwidth chart: one figure, or one a wave where a page could not hold them all.
pub(super) fn bandwidths(page: &Page<'_, '_>) -> Data {
    /// The most bars of one figure: those of a page.
    const BARS: usize = 40;
    let seuil = page.material.projet.manifeste.seuil_debit();
    let waves: Vec<(&BilanVague<'_>, Vec<f64>)> = page
        .material
        .bilan
        .vagues
        .iter()
        .map(|wave| (wave, wave.ecoles.iter().filter_map(|ecole| debit(ecole)).collect::<Vec<f64>>()))
        .filter(|(_, known)| !known.is_empty())
        .collect();
    let Some(highest) = waves.iter().flat_map(|(_, known)| known.iter().copied()).reduce(f64::max) else {
        return Data::None;
    };
    let bars: usize = waves.iter().map(|(wave, _)| wave.ecoles.len()).sum();
    let refs: Vec<&(&BilanVague<'_>, Vec<f64>)> = waves.iter().collect();
    let figures = if bars <= BARS {
        vec![chart(page, phrase("graphe-debits", []), &refs)]
    } else {
        let one = |wave: &&(&BilanVague<'_>, Vec<f64>)| {
            chart(page, phrase("graphe-debits-vague", [("nom", Page::wave_name(wave.0))]), &[*wave])
        };
        refs.iter().map(one).collect()
    };
    let step = scale_step(highest.max(seuil));
    let maximum = (highest.max(seuil) / step).ceil() * step;
    let marks = (0..=5).map(|i| f64::from(i) * step).filter(|mark| *mark <= maximum);
    let marks = marks.map(|mark| map([("valeur", number(mark)), ("texte", page.decimal(mark, 1))]));
    let limit = [("nombre", page.locale.decimal(seuil, 1))];
    map([
        ("figures", Data::List(figures)),
        (
            "echelle",
            map([
                ("maximum", number(maximum)),
                ("graduations", Data::List(marks.collect())),
                ("seuil", map([("valeur", number(seuil)), ("texte", phrase("seuil-debit", limit))])),
            ]),
        ),
    ])
}

/// A round step such that five of them hold the highest value.
fn scale_step(highest: f64) -> f64 {
    let raw = (highest / 5.0).max(0.1);
    let power = 10_f64.powf(raw.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|round| round * power)
        .find(|step| *step >= raw - 1e-9)
        .unwrap_or(raw)
}

/// A number for drawing, to the tenth.
fn number(value: f64) -> Data {
    Data::Decimal((value * 10.0).round() / 10.0)
}

fn chart(page: &Page<'_, '_>, title: Data, waves: &[&(&BilanVague<'_>, Vec<f64>)]) -> Data {
    let seuil = page.material.projet.manifeste.seuil_debit();
    let pages = Catalogue::pages(&page.locale);
    let spread = |(wave, known): &(&BilanVague<'_>, Vec<f64>)| {
        let (low, high) =
            known.iter().fold((f64::MAX, 0.0), |(low, high): (f64, f64), n| (low.min(*n), high.max(*n)));
        let args = [
            ("nom", Page::wave_name(wave)),
            ("min", page.locale.decimal(low, 1)),
            ("max", page.locale.decimal(high, 1)),
        ];
        pages.text("graphe-debits-alt-vague", None, &args)
    };
    let told: Vec<String> = waves.iter().map(|wave| spread(wave)).collect();
    let slow = waves.iter().flat_map(|(_, known)| known).filter(|debit| **debit < seuil).count();
    let bars: usize = waves.iter().map(|(wave, _)| wave.ecoles.len()).sum();
    let args = [
        ("nombre", bars.to_string()),
        ("vagues", told.join(" ; ")),
        ("seuil", page.locale.decimal(seuil, 1)),
        ("sous", slow.to_string()),
    ];
    let group = |wave: &BilanVague<'_>| {
        let bars = list(&wave.ecoles, |ecole| {
            map([
                ("nom", text(&ecole.nom)),
                ("debit_mbps", debit(ecole).map_or(Data::None, |debit| page.decimal(debit, 1))),
                ("valeur", debit(ecole).map_or(Data::None, number)),
                ("sous_seuil", Data::Flag(sous_seuil(ecole, seuil))),
            ])
        });
        map([("titre", plain(Page::wave_name(wave))), ("barres", bars)])
    };
    let groups = waves.iter().map(|(wave, _)| group(wave)).collect();
    map([("titre", title), ("alt", phrase("graphe-debits-alt", args)), ("groupes", Data::List(groups))])
}
