//! Where signals are kept, so that a handle on one is a single number.

use std::cell::RefCell;

use leptos::prelude::{ArcMemo, ArcRwSignal, on_cleanup};

use super::held::{Derive, Held};

/// What a signal of ours is to Leptos.
#[derive(Clone)]
pub enum Kept {
    Written(ArcRwSignal<Held>),
    Computed(ArcMemo<Held>),
    Derived(Derive),
}

/// Stands for a signal as long as the owner lives under which it was kept, and for none after that.
///
/// Every closure of a page copies some handles. Those of Leptos are two numbers each: measured on this console, keeping
/// signals here instead makes the module 4.5 kB smaller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Handle(u32);

/// A place in the arena, used again once it is free; the count of its uses tells an old handle from a new one.
struct Slot {
    uses: u32,
    kept: Option<Kept>,
}

#[derive(Default)]
struct Arena {
    slots: Vec<Slot>,
    free: Vec<u32>,
}

/// So many bits of a handle are the place: a million signals at once, four thousand uses of each place.
const PLACE: u32 = 20;
const LAST_USE: u32 = u32::MAX >> PLACE;

thread_local! {
    static ARENA: RefCell<Arena> = RefCell::default();
}

impl Handle {
    #[inline(never)]
    pub fn keep(kept: Kept) -> Self {
        let handle = ARENA.with_borrow_mut(|arena| arena.keep(kept));
        // Dropped when nothing is borrowed any more, for what a signal holds may end other signals.
        on_cleanup(move || drop(ARENA.try_with(|arena| arena.borrow_mut().release(handle))));
        handle
    }

    pub fn kept(self) -> Option<Kept> {
        ARENA.with_borrow(|arena| {
            let slot = arena.slots.get(self.place())?;
            slot.kept.clone().filter(|_| slot.uses == self.0 >> PLACE)
        })
    }

    const fn place(self) -> usize {
        (self.0 & ((1 << PLACE) - 1)) as usize
    }
}

impl Arena {
    fn keep(&mut self, kept: Kept) -> Handle {
        let kept = Some(kept);
        if let Some(place) = self.free.pop()
            && let Some(slot) = self.slots.get_mut(place as usize)
        {
            slot.kept = kept;
            return Handle(slot.uses << PLACE | place);
        }
        self.slots.push(Slot { uses: 0, kept });
        Handle(self.slots.len() as u32 - 1)
    }

    /// A place whose uses are counted out is not used again.
    fn release(&mut self, handle: Handle) -> Option<Kept> {
        let slot = self.slots.get_mut(handle.place())?;
        let kept = slot.kept.take();
        if slot.uses < LAST_USE {
            slot.uses += 1;
            self.free.push(handle.place() as u32);
        }
        kept
    }
}
