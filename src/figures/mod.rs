//! The geometry of the figures: where things stand, which the theme draws.
//!
//! In: what a figure shows. Out: points and sizes in points, rounded to the hundredth, from the top
//! left. Nothing here knows a colour or a page.

pub(crate) mod graphe;
