//! HTML in a note: its tags open and close frames of the reader; its text is text.
//!
//! In: the parser's HTML events. Out: frames and inlines of the note.

use super::*;

impl Reader<'_, '_> {
    /// Reads the text of a Markdown block of HTML, in which no Markdown is read.
    pub(super) fn html_block(&mut self, at: &Range<usize>) {
        let text = self.html_lines(at);
        // The block's own frame is told from those of its tags by its empty value.
        for token in html::tokens(&text) {
            let done = match token {
                Token::Comment(range, closed) => {
                    let start = self.base + at.start + range.start;
                    self.comments.push(Span::new(self.source, start..start + range.len()));
                    if !closed {
                        let span = Span::new(self.source, start..start + "<!--".len());
                        let diagnostic = Diagnostic::at(Code::CommentUnclosed, span);
                        self.diags.push(diagnostic.arg("marque", "<!--").arg("fin", "-->"));
                    }
                    Some(())
                }
                Token::Text(range) => {
                    self.html_text(&text[range.clone()], at.start + range.start, decode_entity);
                    Some(())
                }
                Token::Tag(tag, range) => self.tag(&tag, at.start + range.start..at.start + range.end),
            };
            if done.is_none() {
                return;
            }
        }
        while !self.is_html_block() && self.stack.len() > 1 {
            self.close_top(at.end);
        }
    }

    /// The bytes of a block of HTML; the marks of the quote or item around it, which stand at the start
    /// of its lines, as spaces.
    fn html_lines(&mut self, at: &Range<usize>) -> String {
        let mut bytes = vec![b' '; at.len()];
        for line in std::mem::take(&mut self.html) {
            let kept = line.start.max(at.start)..line.end.min(at.end);
            if let Some(text) = self.text.get(kept.clone()) {
                bytes[kept.start - at.start..kept.end - at.start].copy_from_slice(text.as_bytes());
            }
        }
        // Whole lines of a text, and ASCII between them.
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The text of a block of HTML, which starts at `offset` of the body; `decode` reads its entities.
    fn html_text(&mut self, text: &str, offset: usize, decode: fn(&str) -> Option<String>) {
        let mut at = offset;
        for line in text.split_inclusive('\n') {
            let line_start = at;
            at += line.len();
            let start = line_start + line.len() - line.trim_start().len();
            let end = line_start + line.trim_end().len();
            let spaced = |on: bool, range: Range<usize>| on.then_some(range);
            let space = spaced(start > line_start, line_start..start);
            for (part, blank) in [
                (space, true),
                (spaced(start < end, start..end), false),
                (spaced(end < at && start < end, end..at), true),
            ] {
                let Some(part) = part else { continue };
                let span = self.span(&part);
                if blank {
                    // One space for a line end and what opens the next line, which may be the mark of a quote.
                    let spaced =
                        |last: &Inline| matches!(&last.kind, InlineKind::Text(text) if text.ends_with(' '));
                    if self.top().inlines.last().is_some_and(|last| !spaced(last)) {
                        self.push(span, InlineKind::Text(" ".to_owned()));
                    }
                    continue;
                }
                let part = &text[part.start - offset..part.end - offset];
                for (piece, entity) in html::entities(part, decode) {
                    let span = span.part(piece.start, piece.end);
                    match entity {
                        Some(text) => self.push(span, InlineKind::Literal(text)),
                        None => self.pieces(&part[piece], span, inline::without_marks),
                    }
                }
            }
        }
    }

    /// One tag, or a comment, inside a line of Markdown.
    pub(super) fn html(&mut self, at: Range<usize>) -> Option<()> {
        let text = &self.text[at.clone()];
        if text.starts_with("<!--") {
            let span = self.span(&at);
            self.comments.push(span);
            return Some(());
        }
        match html::tag(text) {
            Some((tag, _)) => self.tag(&tag, at),
            None => {
                self.unknown_tag(at);
                Some(())
            }
        }
    }

    pub(super) fn unknown_tag(&mut self, at: Range<usize>) {
        let span = self.span(&at);
        let text = self.text;
        let shown = text[at.clone()].replace(mask::FILLER, "");
        self.diags.push(Diagnostic::at(Code::HtmlUnknown, span).arg("balise", shown));
        // It is shown as typed, its entities too.
        self.html_text(&text[at.clone()], at.start, |_| None);
    }

    pub(super) fn tag(&mut self, tag: &HtmlTag, at: Range<usize>) -> Option<()> {
        let span = self.span(&at);
        let Some(element) = html::element(&tag.name) else {
            self.unknown_tag(at);
            return Some(());
        };
        match element {
            Element::Break => self.push(span, InlineKind::HardBreak),
            Element::Rule => self.top().push_block(Block::new(span, BlockKind::Rule)),
            Element::RowGroup => self.implied_end(Element::Row, &at),
            Element::Image => {
                let path = decoded(tag.attribute("src").unwrap_or_default());
                let remote = wikilink::scheme(&path).is_some();
                let path = if remote { path } else { wikilink::percent_decode(&path) };
                let mut image = wikilink::image(&path, &decoded(tag.attribute("alt").unwrap_or_default()));
                image.width = tag.attribute("width").and_then(|width| width.parse().ok()).or(image.width);
                self.push(span, inline::image(image));
            }
            _ if tag.closing => {
                self.close_element(element, at.start, at.end);
                // Each stands on a line of its own.
                if matches!(tag.name.as_str(), "summary" | "dt") {
                    self.push(span, InlineKind::HardBreak);
                }
            }
            _ => {
                let (before, after) = page_breaks(tag);
                if before {
                    self.top().push_block(Block::new(span, BlockKind::PageBreak));
                }
                self.implied_end(element, &at);
                let value = match element {
                    Element::Link => tag.attribute("href").map(decoded),
                    Element::List(true) => tag.attribute("start").map(str::to_owned),
                    _ => None,
                };
                // An empty value is that of the block's own frame.
                let value = value.filter(|value| !value.is_empty()).unwrap_or_else(|| {
                    if element == Element::Link { " ".to_owned() } else { tag.name.clone() }
                });
                let open = self.stack.len();
                self.open(FrameKind::Html(element, value), span)?;
                if after && self.stack.len() > open {
                    self.top().breaks_after = true;
                } else if after {
                    self.top().push_block(Block::new(span, BlockKind::PageBreak));
                }
            }
        }
        Some(())
    }

    /// Closes the items, rows and cells that an opening tag ends without saying so.
    pub(super) fn implied_end(&mut self, element: Element, at: &Range<usize>) {
        let ends: &[Element] = match element {
            Element::Item => &[Element::Item],
            Element::Row => &[Element::Row],
            Element::Cell | Element::HeadCell => &[Element::Cell, Element::HeadCell],
            _ => return,
        };
        let stop = |open: Element| matches!(open, Element::List(_) | Element::Table);
        for open in self.open_elements() {
            if ends.contains(&open) {
                self.close_element(open, at.start, at.start);
                return;
            }
            if stop(open) {
                return;
            }
        }
    }

    /// The HTML elements open above the nearest Markdown frame, the last first.
    pub(super) fn open_elements(&self) -> Vec<Element> {
        let open = self.stack.iter().rev().map_while(|frame| match &frame.kind {
            FrameKind::Html(element, value) if !value.is_empty() && frame.flat == 0 => Some(*element),
            _ => None,
        });
        open.collect()
    }

    /// Closes the nearest open element of that kind, and those left open in it; an end tag that
    /// closes nothing is left out. Those left open end at `inner`, the element itself at `end`.
    pub(super) fn close_element(&mut self, element: Element, inner: usize, end: usize) {
        if let Some(depth) = self.open_elements().iter().position(|&open| open == element) {
            for _ in 0..depth {
                self.close_top(inner);
            }
            self.close_top(end);
        }
    }
}

/// Whether a tag asks for a new page before its element, and after it.
fn page_breaks(tag: &HtmlTag) -> (bool, bool) {
    let style: String = tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    let mut breaks = (false, false);
    for rule in style.split(';') {
        let Some((property, value)) = rule.split_once(':') else { continue };
        if !matches!(value.trim().trim_end_matches("!important").trim(), "always" | "page") {
            continue;
        }
        match property.trim() {
            "page-break-before" | "break-before" => breaks.0 = true,
            "page-break-after" | "break-after" => breaks.1 = true,
            _ => {}
        }
    }
    breaks
}

/// What an entity stands for, by the parser's own table.
fn decode_entity(entity: &str) -> Option<String> {
    let mut events = Parser::new(entity);
    let text = events.find_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
    let undecoded = |text: &str| entity.starts_with(text) && entity != "&amp;";
    text.filter(|text| !undecoded(text)).map(Into::into)
}

/// The value of an attribute, its entities decoded, without what a comment hides.
fn decoded(value: &str) -> String {
    let pieces = html::entities(value, decode_entity).into_iter();
    pieces.map(|(range, text)| text.unwrap_or_else(|| value[range].replace(mask::FILLER, ""))).collect()
}
