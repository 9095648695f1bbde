//! Lines and what they meet.
//!
//! In: points. Out: crossings, distances. Only the four operations and the square root, which give the
//! same bits on every machine.

use super::{Boite, MM, Point};

pub(super) fn distance(a: Point, b: Point) -> f64 {
    ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).sqrt()
}

fn cote(a: Point, b: Point, c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether two segments cross inside both; lines that meet at an end do not.
pub(super) fn croise(a: (Point, Point), b: (Point, Point)) -> bool {
    let (p, q) = (cote(a.0, a.1, b.0), cote(a.0, a.1, b.1));
    let (r, s) = (cote(b.0, b.1, a.0), cote(b.0, b.1, a.1));
    p * q < 0.0 && r * s < 0.0
}

pub(super) fn segments(ligne: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ligne.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
}

/// How often two lines cross.
pub(super) fn croisements(a: &[Point], b: &[Point]) -> usize {
    segments(a).map(|x| segments(b).filter(|y| croise(x, *y)).count()).sum()
}

pub(super) fn longueur(ligne: &[Point]) -> f64 {
    segments(ligne).map(|(a, b)| distance(a, b)).sum()
}

/// The point at this length from the start.
pub(super) fn point_a(ligne: &[Point], longueur: f64) -> Point {
    let mut reste = longueur;
    for (a, b) in segments(ligne) {
        let d = distance(a, b);
        if reste <= d && d > 0.0 {
            let t = reste / d;
            return Point { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        }
        reste -= d;
    }
    ligne.last().copied().unwrap_or_default()
}

/// Whether a segment has a point inside a rectangle (Liang and Barsky's clipping).
pub(super) fn traverse((a, b): (Point, Point), boite: &Boite) -> bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let bounds =
        [(-dx, a.x - boite.x), (dx, boite.droite() - a.x), (-dy, a.y - boite.y), (dy, boite.bas() - a.y)];
    let (mut debut, mut fin) = (0.0_f64, 1.0_f64);
    for (p, q) in bounds {
        if p == 0.0 {
            if q <= 0.0 {
                return false;
            }
        } else if p < 0.0 {
            debut = debut.max(q / p);
        } else {
            fin = fin.min(q / p);
        }
    }
    debut < fin
}

/// What a drawing costs the eye: crossings, bends, length.
pub(super) fn cout(lignes: &[Vec<Point>]) -> f64 {
    let mut cout = 0.0;
    for (i, ligne) in lignes.iter().enumerate() {
        let crossed: usize = lignes.iter().skip(i + 1).map(|other| croisements(ligne, other)).sum();
        cout += 10.0 * crossed as f64;
        cout += 1.5 * ligne.len().saturating_sub(2) as f64;
        cout += longueur(ligne) / (60.0 * MM);
    }
    cout
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn knows_a_crossing() {
        assert!(croise((p(0.0, 0.0), p(4.0, 4.0)), (p(0.0, 4.0), p(4.0, 0.0))));
        assert!(!croise((p(0.0, 0.0), p(4.0, 4.0)), (p(0.0, 0.0), p(4.0, 0.0))));
        assert!(!croise((p(0.0, 0.0), p(4.0, 0.0)), (p(0.0, 1.0), p(4.0, 1.0))));
    }

    #[test]
    fn knows_what_passes_through_a_box() {
        let boite = Boite { x: 2.0, y: 2.0, largeur: 2.0, hauteur: 2.0 };
        assert!(traverse((p(0.0, 3.0), p(9.0, 3.0)), &boite));
        assert!(traverse((p(3.0, 3.0), p(3.5, 3.5)), &boite));
        assert!(!traverse((p(0.0, 2.0), p(9.0, 2.0)), &boite));
        assert!(!traverse((p(0.0, 0.0), p(1.0, 9.0)), &boite));
        assert!(!traverse((p(0.0, 3.0), p(1.5, 3.0)), &boite));
    }

    #[test]
    fn walks_along_a_line() {
        let ligne = [p(0.0, 0.0), p(3.0, 4.0), p(3.0, 10.0)];
        assert!((longueur(&ligne) - 11.0).abs() < 1e-9);
        assert_eq!(point_a(&ligne, 7.0), p(3.0, 6.0));
    }
}
