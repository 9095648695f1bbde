//! Runs work on bytes that anyone may have made, apart from the rest.
//!
//! In: work that reads a file with somebody else's code. Out: its result, or that it came to none: it
//! broke, or took too long. Its thread has a deep stack, and is left alone where it does not end.

use super::Unshowable;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

/// How deep a drawing may recurse in the libraries that read it.
const STACK: usize = 64 << 20;
/// How long one image may take: a hundred times what the largest allowed ones need.
const LIMIT: Duration = Duration::from_secs(30);

pub(super) fn guard<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Unshowable> {
    let (sender, receiver) = channel();
    let builder = Builder::new().name("media".to_owned()).stack_size(STACK);
    // A panic drops the sender, which is how it is known.
    let run = builder.spawn(move || drop(sender.send(work())));
    run.map_err(|_| Unshowable::TooComplex)?;
    receiver.recv_timeout(LIMIT).map_err(|cause| match cause {
        RecvTimeoutError::Timeout => Unshowable::TooComplex,
        RecvTimeoutError::Disconnected => Unshowable::Broken,
    })
}
