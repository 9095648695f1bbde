//! French typography, set on the text nodes of one block.
//!
//! In: the text nodes of a paragraph, heading or cell, in order, as the author typed them. Out: the same
//! text with the spaces, quotes and apostrophes of the document's language. Two usages are known: that of
//! the Imprimerie nationale (*Lexique des règles typographiques*) for fr-FR, that of the Office québécois
//! de la langue française (Vitrine linguistique, fiche 22039, « Espacement ») for fr-CA.
//!
//! The unit of work is the *gap*: the run of spaces, perhaps empty, between two visible characters. What is
//! wanted in a gap never depends on what is there now, so setting a text twice changes nothing more. A node
//! is read between the end of what came before (`tail`) and the one character that follows.

#[cfg(test)]
mod tests;
mod token;

use std::borrow::Cow;
use token::*;

/// U+00A0, before `:` and between a number and its unit, in both usages.
const NO_BREAK: char = '\u{a0}';
/// U+202F, the « espace fine insécable » of the Imprimerie nationale.
const NARROW: char = '\u{202f}';
/// Stands for something stepped over: a word as far as its neighbours can tell.
const OBJECT: char = '\u{fffc}';
/// How much of the text before a node is kept: longer than any abbreviation, number or usual address.
const TAIL: usize = 48;
/// How far a run of marks such as `?!…` is followed: a bound, so that the work stays linear.
const RUN_OF_MARKS: usize = 8;

/// Brackets and quotes that open: no mark and no space of ours after them, « apart.
const OPENING: &[char] = &['(', '[', '{', '«', '“', '‘'];
/// Brackets and quotes that close: a mark may stand before or after them.
const CLOSING: &[char] = &[')', ']', '}', '»', '”', '’'];
/// What may stand against a mark, letters, digits and closing signs apart: `etc.:`, `50 %;`, `C++?`.
const BEFORE_MARK: &[char] = &['.', '…', '%', '‰', '°', '€', '$', '*', '+', '#', OBJECT];
/// What may stand against the first digit of a number, the hyphen and the slash apart.
const BEFORE_NUMBER: &[char] = &['\'', '’', '"', '–', '−', '+', '±', '~', '≈', '<', '>', '=', '×'];
/// Words that elide: what follows their apostrophe is a token of its own (`l'index.md`).
const ELISIONS: &str = "c d j l m n s t qu jusqu lorsqu presqu puisqu quoiqu";
/// Schemes written alone (`http:`): their colon is no punctuation.
const SCHEMES: &str = "http https ftp mailto obsidian";
/// Abbreviations kept with the number or the name after them (Imprimerie nationale, « Abréviations »).
const ABBREVIATIONS: &str = "n° nº N° Nº § §§ p. pp. art. Art. M. MM. Mme Mmes Mlle Mlles Dr Dre Pr Pre";
/// Month names, kept with the day before them.
const MONTHS: &str = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
/// Units and currencies kept with the number before them (both usages; SI brochure, § 5.4.3).
const UNITS: &str = "km m dm cm mm µm km² m² cm² mm² m³ ha l L ml mL kg g mg t j h min s ms o ko Ko Mo Go \
    To Kb Mb Gb bit kbit Mbit Gbit W kW MW Wh kWh MWh V Hz kHz MHz GHz °C °F K px pt dpi ppp ‰ € k€ M€ $ \
    k$ M$ £ EUR CAD";

/// The conventions of a document's language: what `langue` of the manifest asks of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conventions {
    /// fr-FR, usage of the Imprimerie nationale.
    France,
    /// fr-CA, usage of the OQLF.
    Quebec,
    /// Any other language: the text is left as it is.
    Aucune,
}

impl Conventions {
    /// The space inside « », before % and between thousands: narrow in fr-FR, U+00A0 in fr-CA.
    fn inner(self) -> char {
        if self == Self::Quebec { NO_BREAK } else { NARROW }
    }
}

/// The state of one block (paragraph, heading, cell): one value per block, fed its text nodes in order.
pub(crate) struct Typographer {
    conventions: Conventions,
    /// The end of what came before, as it was set.
    tail: Vec<char>,
    /// Quotes opened in earlier nodes and not closed yet.
    open_quotes: usize,
}

impl Typographer {
    /// Starts a block.
    pub(crate) fn new(conventions: Conventions) -> Self {
        Self { conventions, tail: Vec::new(), open_quotes: 0 }
    }

    /// Sets one text node. `next` is the first character of what follows it in the block (None at its end).
    pub(crate) fn text<'a>(&mut self, text: &'a str, next: Option<char>) -> Cow<'a, str> {
        if self.conventions == Conventions::Aucune || text.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut window = Window::new(&self.tail, text, next);
        window.set_quotes(&mut self.open_quotes);
        window.set_apostrophes();
        let mut out = window.set_gaps(self.conventions, text.len());
        // The gap after an opening quote is set here: what follows may be code, which sets no gap.
        if out.ends_with('«') && next.is_some_and(|c| !c.is_whitespace() && c != '»') {
            out.push(self.conventions.inner());
        }
        // Kept as set, not as typed: a second pass then reads the next node the same way.
        self.tail.extend(out.chars());
        self.tail.drain(..self.tail.len().saturating_sub(TAIL));
        if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
    }

    /// Steps over something left untouched (code, URL, line break, image); `last` is its last visible
    /// character (a line break gives '\n').
    pub(crate) fn skip(&mut self, last: char) {
        self.tail.clear();
        self.tail.push(if last.is_whitespace() { last } else { OBJECT });
        // A number in code still has its unit after it.
        self.tail.extend(last.is_ascii_digit().then_some(last));
    }
}

/// What to do with a gap.
enum Gap {
    /// Nothing is wanted here: what was typed stays.
    Keep,
    /// No space is wanted.
    Remove,
    /// This one space is wanted.
    Set(char),
}

/// A node between what surrounds it: `tail`, then the node in `start..end`, then the next character.
struct Window {
    chars: Vec<char>,
    start: usize,
    end: usize,
    /// The block goes on after the last character of `chars`.
    open: bool,
    /// Characters of addresses, paths and file names: nothing changes between two of them.
    guarded: Vec<bool>,
    /// Spaces between thousands.
    grouping: Vec<bool>,
}

impl Window {
    /// Reads a node: finds its addresses and its grouped numbers.
    fn new(tail: &[char], text: &str, next: Option<char>) -> Self {
        let mut chars = tail.to_vec();
        chars.extend(text.chars());
        let (start, end) = (tail.len(), chars.len());
        chars.extend(next);
        let (guarded, grouping) = (vec![false; chars.len()], vec![false; chars.len()]);
        let mut window = Self { chars, start, end, open: next.is_some(), guarded, grouping };
        window.guard_tokens();
        window.find_groupings();
        window
    }

    /// The character at `i`, if known.
    fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// The character before `i`.
    fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.at(i))
    }

    /// The block goes on at `i`, nobody knows how.
    fn unknown(&self, i: usize) -> bool {
        self.open && i >= self.chars.len()
    }

    /// The last character before `i` that is not a space of ours.
    fn visible_before(&self, i: usize) -> Option<usize> {
        self.chars[..i].iter().rposition(|&c| !is_space(c))
    }

    /// D1: URLs, e-mail addresses, paths and file names are left alone.
    fn guard_tokens(&mut self) {
        let ends_token = |c: char| c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '"');
        let mut from = 0;
        while from < self.chars.len() {
            let len = self.chars[from..].iter().take_while(|&&c| !ends_token(c)).count();
            let core = core_of(&self.chars[from..from + len]);
            if is_address(&self.chars[from..from + len][core.clone()]) {
                self.guarded[from + core.start..from + core.end].fill(true);
            }
            from += len + 1;
        }
    }

    /// Numbers already grouped by three. A run of digit groups is taken whole: one group of another length
    /// makes it a telephone number, a SIRET or a list, which stays as it is.
    fn find_groupings(&mut self) {
        let mut i = 0;
        while i < self.chars.len() {
            let first = i;
            let mut spaces = Vec::new();
            let mut regular = true;
            loop {
                let from = i;
                i += self.digits(i);
                let len = i - from;
                regular &= if from == first { (1..=3).contains(&len) } else { len == 3 };
                let goes_on = self.at(i).is_some_and(is_space) && self.digits(i + 1) > 0;
                if len == 0 || !goes_on {
                    break;
                }
                spaces.push(i);
                i += 1;
            }
            if regular
                && self.at(first) != Some('0')
                && self.number_starts(first, false)
                && self.number_stops(i)
            {
                for space in spaces {
                    self.grouping[space] = true;
                }
            }
            i = i.max(first + 1);
        }
    }

    /// How many digits stand at `i`.
    fn digits(&self, i: usize) -> usize {
        self.chars.iter().skip(i).take_while(|c| c.is_ascii_digit()).count()
    }

    /// Nothing at `i` makes the digits before it part of a code.
    fn number_stops(&self, i: usize) -> bool {
        match self.at(i) {
            None => !self.open,
            Some('-' | '\u{2011}') => !self.at(i + 1).is_some_and(char::is_alphanumeric),
            Some(c) => !c.is_alphabetic() && c != '_',
        }
    }

    /// A number may start at `i`; `loose` also takes the second number of a range and one after code.
    fn number_starts(&self, i: usize, loose: bool) -> bool {
        let Some(c) = self.before(i) else { return true };
        match c {
            // `10-15 %` is a range, `ED-I-1 250` and `2026-03` are not.
            '-' | '\u{2011}' | '/' => match self.before(i - 1) {
                Some(d) if d.is_ascii_digit() => loose,
                Some(d) => d.is_whitespace() || OPENING.contains(&d),
                None => true,
            },
            OBJECT => loose,
            _ => c.is_whitespace() || OPENING.contains(&c) || BEFORE_NUMBER.contains(&c),
        }
    }

    /// Where the number whose last digit is at `last` starts; None for the end of a code such as `CM2`.
    fn number(&self, last: usize) -> Option<usize> {
        let digit = |i: usize| self.at(i).is_some_and(|c| c.is_ascii_digit());
        if !digit(last) {
            return None;
        }
        let mut first = last;
        while let Some(i) = first.checked_sub(1) {
            let decimal = matches!(self.chars[i], ',' | '.') && i > 0 && digit(i - 1);
            if !digit(i) && !decimal {
                break;
            }
            first = i;
        }
        self.number_starts(first, true).then_some(first)
    }

    /// The word that ends at `last` is `word`, whole.
    fn word_ends(&self, last: usize, word: &str) -> bool {
        let Some(first) = (last + 1).checked_sub(word.chars().count()) else { return false };
        let glued = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '&' | OBJECT);
        self.chars[first..=last].iter().copied().eq(word.chars()) && !self.before(first).is_some_and(glued)
    }

    /// The word that starts at `i` is `word`, whole (`2 s’ouvrent` is no duration).
    fn word_starts(&self, i: usize, word: &str) -> bool {
        let stop = i + word.chars().count();
        let glued = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_' | '-');
        stop <= self.chars.len()
            && self.chars[i..stop].iter().copied().eq(word.chars())
            && !self.at(stop).is_some_and(glued)
            // A unit cut by the end of the node may be the start of a longer word, a sign may not.
            && (!self.unknown(stop) || !word.ends_with(char::is_alphabetic))
    }

    /// D2: straight double quotes that pair become « ». One that opens nothing or closes nothing stays
    /// straight; one still open when the node ends is taken to be closed by a later node.
    fn set_quotes(&mut self, open_before: &mut usize) {
        let mut open = Vec::new();
        for i in self.start..self.end {
            if self.chars[i] != '"' {
                continue;
            }
            // The node before has already left the space before this one as a space between words.
            let cut_off = i == self.start && self.before(i).is_some_and(is_space);
            if self.quote_opens(i) {
                open.push(i);
            } else if let Some(first) = open.pop() {
                (self.chars[first], self.chars[i]) = ('«', '»');
            } else if *open_before > 0 && !cut_off {
                *open_before -= 1;
                self.chars[i] = '»';
            }
        }
        if self.open {
            *open_before += open.len();
            for i in open {
                self.chars[i] = '«';
            }
            // The mark in `**Quoi ?**"` must know that a closing quote follows.
            let last = self.chars[self.end - 1];
            let closes = *open_before > 0 && !last.is_whitespace() && last != '\'';
            if closes && self.chars[self.end] == '"' {
                self.chars[self.end] = '»';
            }
        }
    }

    /// D2: a quote opens after a space, an opening sign, an apostrophe or a dash, and before a word.
    fn quote_opens(&self, i: usize) -> bool {
        let after =
            |c: char| c.is_whitespace() || OPENING.contains(&c) || matches!(c, '\'' | '’' | '—' | '–');
        self.before(i).is_none_or(after)
            && self.at(i + 1).is_some_and(|c| !c.is_whitespace() && !matches!(c, '"' | '»'))
    }

    /// D2: an apostrophe between letters, or before a digit or a quote, is U+2019.
    fn set_apostrophes(&mut self) {
        for i in self.start..self.end {
            let elides = self.chars[i] == '\'' && !self.guarded[i];
            let after = |c: char| c.is_alphanumeric() || c == '«' || (c == '"' && i + 1 == self.end);
            if elides && self.before(i).is_some_and(char::is_alphabetic) && self.at(i + 1).is_some_and(after)
            {
                self.chars[i] = '’';
            }
        }
    }

    /// The node with its gaps set.
    fn set_gaps(&self, conventions: Conventions, capacity: usize) -> String {
        let mut out = String::with_capacity(capacity + 8);
        let mut i = self.start;
        while i < self.end {
            let from = i;
            i += self.chars[i..self.end].iter().take_while(|&&c| is_space(c)).count();
            match self.gap(conventions, from, i) {
                Gap::Keep => out.extend(&self.chars[from..i]),
                Gap::Set(space) => out.push(space),
                Gap::Remove => {}
            }
            if i < self.end {
                out.push(self.chars[i]);
                i += 1;
            }
        }
        out
    }

    /// What is wanted between `from` and `to`: the table « Typography » of the two usages, a row an arm.
    fn gap(&self, conventions: Conventions, from: usize, to: usize) -> Gap {
        let (Some(last), Some(right)) = (self.visible_before(from), self.at(to)) else { return Gap::Keep };
        let (left, spaced) = (self.chars[last], from < to);
        if left.is_whitespace() || right.is_whitespace() {
            return Gap::Keep;
        }
        // An empty gap after a space was set with the node before; one inside an address is not ours.
        if !spaced && (last + 1 < from || (self.guarded[last] && self.guarded[to])) {
            return Gap::Keep;
        }
        match (left, right) {
            ('«', '»') => Gap::Keep,
            ('«', _) | (_, '»') => Gap::Set(conventions.inner()),
            (_, ':') if self.is_mark(last, to, spaced) => Gap::Set(NO_BREAK),
            (_, ';' | '!' | '?') if self.is_mark(last, to, spaced) => self.before_mark(conventions, last, to),
            (_, '%')
                if self.number(last).is_some() && !self.at(to + 1).is_some_and(char::is_alphanumeric) =>
            {
                Gap::Set(conventions.inner())
            }
            (_, '€') if !spaced && self.number(last).is_some() && self.word_starts(to, "€") => {
                Gap::Set(NO_BREAK)
            }
            _ if spaced && self.grouping[from] => Gap::Set(conventions.inner()),
            // A no-break space of the author's does as well as ours.
            _ if self.chars[from..to].iter().any(|&c| is_breaking(c)) && self.is_bound(last, to) => {
                Gap::Set(NO_BREAK)
            }
            _ => Gap::Keep,
        }
    }

    /// `; ! ?`: a narrow space in fr-FR, nothing in fr-CA (the OQLF's choice without a thin space).
    fn before_mark(&self, conventions: Conventions, last: usize, mark: usize) -> Gap {
        if conventions == Conventions::France {
            return Gap::Set(NARROW);
        }
        // The next node may be code (`!=`), and a lost space would be worse than a wrong one.
        if touches_mark(self.chars[last]) && mark < self.end { Gap::Remove } else { Gap::Keep }
    }

    /// `; ! ? :` at `mark` is punctuation of the sentence, not part of a time, an address, an emoticon.
    fn is_mark(&self, last: usize, mark: usize, spaced: bool) -> bool {
        let left = self.chars[last];
        if OPENING.contains(&left) || is_mark_sign(left) || !(spaced || touches_mark(left)) {
            return false;
        }
        if !spaced && self.chars[mark] == ':' && self.is_key(last) {
            return false;
        }
        let mut i = mark + 1;
        if matches!(self.chars[mark], '!' | '?') {
            let run = |c: &&char| is_mark_sign(**c) || matches!(**c, '.' | ',' | '…');
            i += self.chars[i..].iter().take(RUN_OF_MARKS).take_while(run).count();
        }
        match self.at(i) {
            None => spaced || !self.unknown(i) || i > mark + 1,
            // `:)` and `;)` are emoticons more often than the end of a bracket.
            Some(')' | ']' | '}' | '’') => matches!(self.chars[mark], '!' | '?'),
            Some(c) => c.is_whitespace() || CLOSING.contains(&c) || i == mark + 1 + RUN_OF_MARKS,
        }
    }

    /// The word that ends at `last` owns the colon after it: `http:`, `:warning:`.
    fn is_key(&self, last: usize) -> bool {
        let letters = |c: &&char| c.is_ascii_alphabetic() || **c == '_';
        let len = self.chars[..=last].iter().rev().take(TAIL).take_while(letters).count();
        let first = last + 1 - len;
        (len > 0 && self.before(first) == Some(':'))
            || SCHEMES.split(' ').any(|scheme| self.word_ends(last, scheme))
    }

    /// What stands at `last` and `to` must not be parted: number and unit, day and month, abbreviation and
    /// name, `ED` and `I-1` (D2).
    fn is_bound(&self, last: usize, to: usize) -> bool {
        let right = self.chars[to];
        if (right.is_uppercase() || right.is_ascii_digit())
            && ABBREVIATIONS.split(' ').any(|word| self.word_ends(last, word))
        {
            return true;
        }
        let dash = |c: char| matches!(c, '-' | '\u{2011}');
        if right == 'I' && self.word_ends(last, "ED") {
            return self.unknown(to + 1) || self.at(to + 1).is_some_and(dash);
        }
        if self.chars[last] == 'h' && right.is_ascii_digit() {
            let hours = self.visible_before(last).and_then(|i| self.number(i)).is_some();
            let minutes = self.digits(to);
            return hours && minutes <= 2 && !self.at(to + minutes).is_some_and(char::is_alphanumeric);
        }
        let units = || UNITS.split(' ').any(|unit| self.word_starts(to, unit));
        let months = || MONTHS.split(' ').any(|month| self.word_starts(to, month));
        (self.number(last).is_some() && units()) || (self.is_day(last) && months())
    }

    /// `1er` or a number from 1 to 31 ends at `last`.
    fn is_day(&self, last: usize) -> bool {
        if self.word_ends(last, "1er") {
            return true;
        }
        let digits = self.number(last).map(|first| self.chars[first..=last].iter().collect::<String>());
        digits.is_some_and(|d| d.len() <= 2 && d.parse().is_ok_and(|day: u8| (1..=31).contains(&day)))
    }
}
