//! Diagrams written as text (Mermaid).
//!
//! In: the code of a diagram. Out: its drawing in the colours of the pages, and what it says as a
//! sentence; or nothing, where it cannot be read.

use super::{Picture, drawing, guard};
use mermaid_svg::Theme;
use mermaid_svg::ast::{
    AltBranch, Diagram, FlowchartDiagram, GanttDiagram, SequenceDiagram, SequenceItem, StateDiagram, Subgraph,
};
use std::borrow::Cow;

/// The longest code, in bytes and lines: a page holds no larger diagram.
const BYTES: usize = 16 << 10;
const LINES: usize = 300;
/// The longest sentence, in characters.
const SENTENCE: usize = 3000;
/// The space around a drawing, in its own pixels.
const EDGE: f32 = 4.0;

/// A diagram that a page can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub picture: Picture,
    /// Its own title, which stands beside the drawing.
    pub title: Option<String>,
    /// What it says: its nodes and arrows, its actors and messages.
    pub sentence: String,
}

/// Draws a diagram.
pub(crate) fn diagram(code: &str) -> Option<Drawn> {
    if code.len() > BYTES || code.lines().count() > LINES {
        return None;
    }
    let code = code.to_owned();
    guard::guard(move || drawn(&code)).ok().flatten()
}

fn drawn(code: &str) -> Option<Drawn> {
    let (mut diagram, meta) = mermaid_svg::parse_with_meta(code).ok()?;
    if let Diagram::Gantt(gantt) = &mut diagram {
        // The line of the day would be that of the day of printing.
        gantt.today_marker = Some("off".to_owned());
        if !dated(gantt) {
            return None;
        }
    }
    let svg = mermaid_svg::render_diagram_with(&diagram, &theme()).ok()?;
    let svg = framed(&svg)?;
    let mut parts = sentence(&diagram);
    if parts.is_empty() {
        parts = texts(&svg);
    }
    if parts.is_empty() {
        return None;
    }
    let picture = drawing::drawing(svg.as_bytes()).ok()?;
    let sentence: String = parts.join(" ; ").chars().take(SENTENCE).collect();
    // Some kinds draw their title themselves.
    let drawn = texts(&svg);
    let title = meta.title.map(|title| plain(&title)).filter(|title| !drawn.contains(title));
    Some(Drawn { picture, title, sentence })
}

/// Whether the first task says when it starts: without a date, it would start today.
fn dated(gantt: &GanttDiagram) -> bool {
    use mermaid_svg::ast::TaskStart;
    let first = gantt.sections.iter().flat_map(|section| &section.tasks).next();
    first.is_some_and(|task| matches!(task.start, TaskStart::Date(_)))
}

/// The colours and the face of the pages (theme/tokens.typ).
fn theme() -> Theme {
    const INK: &str = "#1C2622";
    const SLATE: &str = "#46524D";
    const LINE: &str = "#78837E";
    const MIST: &str = "#EFF3F1";
    const SAND: &str = "#F8F2E7";
    const TINTS: [Cow<'static, str>; 8] = [
        Cow::Borrowed("#DDEBE6"),
        Cow::Borrowed("#EADDC4"),
        Cow::Borrowed("#CBD3CF"),
        Cow::Borrowed("#F3D9CD"),
        Cow::Borrowed("#B5D3C8"),
        Cow::Borrowed("#F8F2E7"),
        Cow::Borrowed("#E1E6E4"),
        Cow::Borrowed("#D9C9A5"),
    ];
    let mut theme = Theme::default();
    for ink in [&mut theme.fg, &mut theme.fg_muted] {
        *ink = INK.into();
    }
    for line in [&mut theme.arrow_stroke, &mut theme.flow_edge_stroke] {
        *line = SLATE.into();
    }
    for line in [
        &mut theme.actor_stroke,
        &mut theme.lifeline,
        &mut theme.note_stroke,
        &mut theme.activation_stroke,
        &mut theme.flow_node_stroke,
        &mut theme.flow_cluster_stroke,
    ] {
        *line = LINE.into();
    }
    for ground in [
        &mut theme.actor_fill,
        &mut theme.activation_fill,
        &mut theme.frame_label_fill,
        &mut theme.flow_node_fill,
    ] {
        *ground = MIST.into();
    }
    theme.note_fill = SAND.into();
    theme.flow_cluster_fill = SAND.into();
    theme.flow_label_bg = "#FFFFFF".into();
    for palette in [&mut theme.cscale_palette, &mut theme.pie_palette, &mut theme.git_palette] {
        *palette = TINTS.to_vec().into();
    }
    theme.font_family = "Noto Sans".into();
    theme
}

/// The drawing in a frame that holds all of it: some lines leave the one that they are given.
fn framed(svg: &str) -> Option<String> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let start = svg.find("viewBox=\"")? + "viewBox=\"".len();
    let end = start + svg[start..].find('"')?;
    let numbers: Vec<f32> = svg[start..end].split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [x, y, width, height] = numbers[..] else { return None };
    let drawn = tree.root().abs_stroke_bounding_box();
    let left = x.min(drawn.left() + x) - EDGE;
    let top = y.min(drawn.top() + y) - EDGE;
    let right = (x + width).max(drawn.right() + x) + EDGE;
    let bottom = (y + height).max(drawn.bottom() + y) + EDGE;
    let tag = svg.find('>')?;
    let rest = &svg[tag..];
    let (width, height) = (right - left, bottom - top);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{left} {top} {width} {height}\" font-family=\"Noto Sans\" font-size=\"14\"{rest}"
    ))
}

/// What the main kinds of diagrams say, one part an arrow, a message, a task.
fn sentence(diagram: &Diagram) -> Vec<String> {
    match diagram {
        Diagram::Flowchart(chart) => flowchart(chart),
        Diagram::State(chart) => states(chart),
        Diagram::Sequence(chart) => {
            let mut parts = chart.title.iter().map(|title| plain(title)).collect();
            messages(chart, &chart.items, &mut parts);
            parts
        }
        Diagram::Pie(chart) => {
            let slices =
                chart.entries.iter().map(|slice| format!("{} : {}", plain(&slice.label), slice.value));
            chart.title.iter().map(|title| plain(title)).chain(slices).collect()
        }
        Diagram::Gantt(chart) => {
            let sections = chart.sections.iter().map(|section| {
                let tasks: Vec<String> = section.tasks.iter().map(|task| plain(&task.name)).collect();
                match plain(&section.name).as_str() {
                    "" => tasks.join(", "),
                    name => format!("{name} : {}", tasks.join(", ")),
                }
            });
            chart.title.iter().map(|title| plain(title)).chain(sections).collect()
        }
        _ => Vec::new(),
    }
}

/// What a flowchart says: its arrows, its lone nodes, its groups.
fn flowchart(chart: &FlowchartDiagram) -> Vec<String> {
    let name = |group: &Subgraph| {
        if group.label.is_empty() { group.id.clone() } else { group.label.clone() }
    };
    let group = |id: &str| chart.subgraphs.iter().find(|group| group.id == id).map(name);
    let text = |id: &str| {
        let node = chart.nodes.iter().find(|node| node.id == id).map(|node| node.text.clone());
        node.or_else(|| group(id)).unwrap_or_else(|| id.to_owned())
    };
    let linked = |id: &str| chart.edges.iter().any(|edge| edge.from == id || edge.to == id);
    let alone = chart.nodes.iter().filter(|node| !linked(&node.id)).map(|node| plain(&node.text));
    let groups = chart.subgraphs.iter().map(|group| {
        let nodes: Vec<String> = group.node_ids.iter().map(|id| plain(&text(id))).collect();
        format!("{} : {}", plain(&name(group)), nodes.join(", "))
    });
    let edges = chart.edges.iter().map(|edge| arrow(&text(&edge.from), &text(&edge.to), edge.label.as_ref()));
    edges.chain(alone).chain(groups).collect()
}

/// What a diagram of states says: its moves.
fn states(chart: &StateDiagram) -> Vec<String> {
    let text = |id: &str| {
        let state = chart.states.iter().find(|state| state.id == id).map(|state| state.label.clone());
        state.filter(|label| !label.is_empty()).unwrap_or_else(|| id.to_owned())
    };
    // Where it starts and ends has no name.
    let text = |id: &str| {
        if id.starts_with("[*]") || id.contains("__") { "●".to_owned() } else { text(id) }
    };
    let moves = chart.transitions.iter();
    moves.map(|step| arrow(&text(&step.from), &text(&step.to), step.label.as_ref())).collect()
}

/// An arrow in words, with what stands on it.
fn arrow(from: &str, to: &str, label: Option<&String>) -> String {
    let label = label.map(|label| plain(label)).filter(|label| !label.is_empty());
    let label = label.map(|label| format!(" ({label})")).unwrap_or_default();
    format!("{} → {}{label}", plain(from), plain(to))
}

fn messages(chart: &SequenceDiagram, items: &[SequenceItem], parts: &mut Vec<String>) {
    let name = |id: &str| {
        let actor = chart.participants.iter().find(|actor| actor.id == id);
        plain(actor.map_or(id, |actor| &actor.display))
    };
    let branches = |branches: &[AltBranch], parts: &mut Vec<String>| {
        for branch in branches {
            parts.push(format!("[{}]", plain(&branch.label)));
            messages(chart, &branch.items, parts);
        }
    };
    for item in items {
        match item {
            SequenceItem::Message(message) => {
                parts.push(format!(
                    "{} → {} : {}",
                    name(&message.from),
                    name(&message.to),
                    plain(&message.text)
                ));
            }
            SequenceItem::Note(note) => parts.push(plain(&note.text)),
            SequenceItem::Alt(all) | SequenceItem::Par(all) | SequenceItem::Critical(all) => {
                branches(all, parts);
            }
            SequenceItem::Loop(block) | SequenceItem::Opt(block) | SequenceItem::Break(block) => {
                parts.push(format!("[{}]", plain(&block.label)));
                messages(chart, &block.items, parts);
            }
            SequenceItem::Rect(rect) => messages(chart, &rect.items, parts),
            _ => {}
        }
    }
}

/// The texts of a drawing, in their order.
fn texts(svg: &str) -> Vec<String> {
    let Ok(document) = usvg::roxmltree::Document::parse(svg) else { return Vec::new() };
    let elements = document.descendants().filter(|node| {
        node.has_tag_name("text") || node.has_tag_name(("http://www.w3.org/2000/svg", "text"))
    });
    let text = |node: usvg::roxmltree::Node<'_, '_>| {
        let parts = node.descendants().filter_map(|node| if node.is_text() { node.text() } else { None });
        plain(&parts.collect::<Vec<_>>().join(" "))
    };
    elements.map(text).filter(|text| !text.is_empty()).collect()
}

/// A label on one line, without the HTML that breaks or styles it.
fn plain(label: &str) -> String {
    let (mut out, mut tag) = (String::new(), false);
    for c in label.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => {
                tag = false;
                out.push(' ');
            }
            _ if tag => {}
            c => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHARTS: [(&str, &str); 5] = [
        (
            "flowchart TD\nA[Un] -->|oui| B[\"Deux<br>lignes\"]\nB --> A\nC\nsubgraph Équipe\nA\nend",
            "Un → Deux lignes (oui) ; Deux lignes → Un ; C ; Équipe : Un",
        ),
        (
            "sequenceDiagram\nparticipant E as Élève\nE->>P: Bonjour\nalt absent\nP-->>E: Rien\nend\nNote over E: Fin",
            "Élève → P : Bonjour ; [absent] ; P → Élève : Rien ; Fin",
        ),
        ("pie title Réponses\n\"Oui\" : 3\n\"Non\" : 1", "Réponses ; Oui : 3 ; Non : 1"),
        (
            "gantt\ntitle Plan\ndateFormat YYYY-MM-DD\nsection Un\nA :a, 2026-01-05, 3d\nB :after a, 2d",
            "Plan ; Un : A, B",
        ),
        ("mindmap\n  root((ENA))\n    Élèves\n    Parents", "ENA ; Élèves ; Parents"),
    ];

    #[test]
    fn says_what_a_diagram_shows() {
        for (code, expected) in CHARTS {
            let drawn = diagram(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(drawn.sentence, expected, "{code}");
        }
    }

    #[test]
    fn draws_the_same_diagram_in_the_same_way() {
        // The maps of the reader have another order each time.
        let nodes: String =
            (0..30).map(|i| format!("N{i} --> N{}\nclass N{i} c{}\n", (i * 7) % 30, i % 5)).collect();
        let classes: String = (0..5).map(|i| format!("classDef c{i} fill:#eee{i}{i}{i}\n")).collect();
        let large = format!("flowchart TD\n{nodes}{classes}");
        for code in CHARTS.iter().map(|(code, _)| *code).chain([large.as_str()]) {
            let first = diagram(code).unwrap_or_else(|| panic!("{code}"));
            for _ in 0..8 {
                assert_eq!(diagram(code), Some(first.clone()), "{code}");
            }
        }
    }

    #[test]
    fn shows_no_diagram_of_what_is_none() {
        for code in [
            "",
            "flowchart LR\nA --> [",
            "inconnu\nA",
            "gantt\nsection Sans date\nUne tâche : 3d",
            &"A --> B\n".repeat(400),
            &format!("flowchart LR\n{}", "A".repeat(20_000)),
        ] {
            assert_eq!(diagram(code), None, "{}", &code[..code.len().min(40)]);
        }
    }
}
