//! The lines of the edges.
//!
//! In: an order and its places. Out: the points of each edge, from node to node. Where an edge passes a
//! column it keeps the height of its passage; corners that nothing asks for are cut.

use super::ordre::Ordre;
use super::places::{Chemin, Places};
use super::segments::{croisements, segments, traverse};
use super::{Boite, Graphe, MM, Point};

/// The room that a line keeps from what it does not join: nodes, names of groups.
const ECART: f64 = 2.4 * MM;
/// Between two level lines: one number above the other has room.
const PAIRE: f64 = 5.4 * MM;

pub(super) fn traces(graphe: &Graphe, ordre: &Ordre, places: &Places<'_>) -> Vec<Vec<Point>> {
    let mut lignes: Vec<Vec<Point>> = (0..ordre.bouts.len()).map(|e| route(ordre, places, e)).collect();
    let nodes: Vec<Boite> = (0..graphe.noeuds.len()).map(|n| places.boite(n)).collect();
    let titles: Vec<Boite> = places.fonds(graphe).iter().map(|fond| fond.titre.elargie(0.8 * MM)).collect();
    let obstacles = |e: usize| -> Vec<Boite> {
        let (de, vers) = ordre.bouts[e];
        // A line goes on to the right, or to the left: it cannot come back to its own nodes.
        let foreign = nodes.iter().enumerate().filter(|(n, _)| *n != de && *n != vers);
        foreign.map(|(_, boite)| boite.elargie(ECART)).chain(titles.iter().copied()).collect()
    };
    for e in 0..lignes.len() {
        if places.chemins[e] == Chemin::Travers && lignes[e].len() > 2 {
            lignes[e] = shortened(&lignes, e, &obstacles(e));
        }
    }
    for e in 0..lignes.len() {
        let (de, vers) = ordre.bouts[e];
        let joins = |other: &usize| [(de, vers), (vers, de)].contains(&ordre.bouts[*other]);
        let straight = |other: &usize| places.chemins[*other] == Chemin::Travers && lignes[*other].len() == 2;
        let pair: Vec<usize> = (0..lignes.len()).filter(joins).filter(straight).collect();
        if pair.first() == Some(&e) {
            level(&mut lignes, places, &pair, &obstacles(e));
        }
    }
    lignes
}

/// Makes the lines between two nodes, where they are nearly level, quite level: their ends move where
/// they have room.
fn level(lignes: &mut [Vec<Point>], places: &Places<'_>, pair: &[usize], obstacles: &[Boite]) {
    /// The most that an end moves.
    const MOST: f64 = 4.2 * MM;
    let ends = |e: usize| {
        let [p, q] = lignes[e][..] else { return (0.0, 0.0) };
        if p.x < q.x { (p.y, q.y) } else { (q.y, p.y) }
    };
    let away = |e: usize| (ends(e).0 - ends(e).1).abs();
    if pair.iter().all(|e| away(*e) == 0.0) || pair.iter().any(|e| away(*e) > MOST) {
        return;
    }
    let mut sorted = pair.to_vec();
    sorted.sort_by(|a, b| ends(*a).0.total_cmp(&ends(*b).0));
    let count = sorted.len() as f64;
    let mean = |side: fn((f64, f64)) -> f64| sorted.iter().map(|e| side(ends(*e))).sum::<f64>() / count;
    for middle in [mean(|ends| ends.0), mean(|ends| ends.1), mean(|(left, right)| (left + right) / 2.0)] {
        let height = |rank: usize| middle + (rank as f64 - (count - 1.0) / 2.0) * PAIRE;
        let moved: Option<Vec<(Point, Point)>> =
            sorted.iter().enumerate().map(|(rank, e)| places.level(*e, height(rank))).collect();
        if let Some(moved) = moved.filter(|moved| fits(lignes, &sorted, moved, obstacles)) {
            for (e, (p, q)) in sorted.iter().zip(moved) {
                lignes[*e] = vec![p, q];
            }
            return;
        }
    }
}

/// Whether lines may stand there: clear, with no more crossings, and room between the ends of others.
fn fits(lignes: &[Vec<Point>], pair: &[usize], moved: &[(Point, Point)], obstacles: &[Boite]) -> bool {
    /// The room between the ends of lines that lead to different nodes.
    const LEAST: f64 = 4.0 * MM;
    let others = || lignes.iter().enumerate().filter(|(other, _)| !pair.contains(other)).map(|(_, l)| l);
    let crossed = |line: &[Point]| -> usize { others().map(|other| croisements(line, other)).sum() };
    // Ends on one side of a node have nearly one x: a round corner draws them back a little.
    let crowded = |now: Point, before: Point| {
        let mut ends = others().flat_map(|ligne| [ligne.first(), ligne.last()]).flatten();
        ends.any(|q| {
            let (near, was) = ((q.y - now.y).abs(), (q.y - before.y).abs());
            (q.x - now.x).abs() < 6.1 * MM && near < LEAST && near < was - 0.01
        })
    };
    pair.iter().zip(moved).all(|(e, (p, q))| {
        let before = &lignes[*e];
        let (Some(start), Some(end)) = (before.first(), before.last()) else { return false };
        obstacles.iter().all(|boite| !traverse((*p, *q), boite))
            && !crowded(*p, *start)
            && !crowded(*q, *end)
            && crossed(&[*p, *q]) <= crossed(before)
    })
}

/// The line by its passages.
fn route(ordre: &Ordre, places: &Places<'_>, e: usize) -> Vec<Point> {
    let (start, end) = places.bouts[e];
    match places.chemins[e] {
        Chemin::Droit => vec![start, end],
        Chemin::Detour(x) => vec![start, Point { x, y: start.y }, Point { x, y: end.y }, end],
        Chemin::Travers => {
            let (a, b) = ordre.etendue(e);
            let mut points = Vec::new();
            for c in a + 1..b {
                let (left, y) = (places.colonnes[c], places.y(e, c));
                points.push(Point { x: left - MM, y });
                points.push(Point { x: left + places.large + MM, y });
            }
            if start.x > end.x {
                points.reverse();
            }
            let mut line = vec![start];
            line.extend(points);
            line.push(end);
            line
        }
    }
}

/// The line without the corners that it can do without: it meets nothing and crosses no more.
fn shortened(lignes: &[Vec<Point>], e: usize, obstacles: &[Boite]) -> Vec<Point> {
    let crossed = |line: &[Point]| -> usize {
        let others = lignes.iter().enumerate().filter(|(other, _)| *other != e);
        others.map(|(_, other)| croisements(line, other)).sum()
    };
    let clear = |line: &[Point]| {
        segments(line).all(|segment| obstacles.iter().all(|boite| !traverse(segment, boite)))
    };
    let mut line = lignes[e].clone();
    let mut least = crossed(&line);
    'again: loop {
        for count in (1..line.len().saturating_sub(1)).rev() {
            for from in 1..line.len() - count {
                let mut shorter = line.clone();
                shorter.drain(from..from + count);
                let crossings = crossed(&shorter);
                if crossings <= least && clear(&shorter) {
                    (line, least) = (shorter, crossings);
                    continue 'again;
                }
            }
        }
        return line;
    }
}
