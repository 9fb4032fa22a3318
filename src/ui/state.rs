//! Signals and memos as leptos has them, but all kept in one type each.
//!
//! Leptos compiles its whole reactive graph anew for every type that a signal or a memo holds. Here
//! the content is boxed, so that a further type costs hardly more than its own comparison.

use ::leptos::reactive::graph::{AnySource, Observer, Source, ToAnySource};
use leptos::prelude as leptos;
use leptos::{Read, ReadUntracked, Write};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};

/// A signal that can be read and written.
pub(super) struct RwSignal<T> {
    content: leptos::RwSignal<Content>,
    of: PhantomData<fn() -> T>,
}

/// A value that follows what it is computed from, and tells only of true changes.
pub(super) struct Memo<T> {
    content: leptos::Memo<Computed>,
    of: PhantomData<fn() -> T>,
}

/// A value that many closures share, and that does not change.
pub(super) struct StoredValue<T>(RwSignal<T>);

type Content = Box<dyn Any + Send + Sync>;

struct Computed(Box<dyn Comparable>);

trait Comparable: Any + Send + Sync {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: Any + PartialEq + Send + Sync> Comparable for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_ref())
    }
}

/// Looks into a box. Each box is read by the one who filled it, so the type is always right.
fn known<T: Any>(content: &dyn Any) -> &T {
    content.downcast_ref().unwrap_or_else(|| unreachable!())
}

/// Reads and follows a signal. It stands apart, lest it be compiled anew for all who read.
#[inline(never)]
fn read_signal(content: leptos::RwSignal<Content>) -> <leptos::RwSignal<Content> as Read>::Value {
    forget_in_time(|| content.to_any_source());
    content.read()
}

/// Does the same with a memo.
#[inline(never)]
fn read_memo(content: leptos::Memo<Computed>) -> <leptos::Memo<Computed> as Read>::Value {
    forget_in_time(|| leptos::ArcMemo::from(content).to_any_source());
    content.read()
}

/// Has what is read forget its reader when that goes or reads anew. Leptos would remember it for as long as the value
/// lives, which for some is as long as the page.
fn forget_in_time(source: impl FnOnce() -> AnySource) {
    if let Some(reader) = Observer::get() {
        let source = source();
        leptos::on_cleanup(move || source.remove_subscriber(&reader));
    }
}

impl<T: Any + Send + Sync> RwSignal<T> {
    pub(super) fn new(value: T) -> Self {
        Self {
            content: leptos::RwSignal::new(Box::new(value)),
            of: PhantomData,
        }
    }

    pub(super) fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(known(read_signal(self.content).as_ref()))
    }

    pub(super) fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(known(self.content.read_untracked().as_ref()))
    }

    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(value) = self.content.write().downcast_mut() {
            change(value);
        }
    }

    pub(super) fn set(self, value: T) {
        self.update(|known| *known = value);
    }

    /// Does nothing when the part of the page that made the signal is gone.
    pub(super) fn try_update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut content) = self.content.try_write()
            && let Some(value) = content.downcast_mut()
        {
            change(value);
        }
    }

    pub(super) fn track(self) {
        drop(read_signal(self.content));
    }
}

impl<T: Any + Clone + Send + Sync> RwSignal<T> {
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Returns `None` when the part of the page that made the signal is gone.
    pub(super) fn try_get_untracked(self) -> Option<T> {
        self.content
            .try_read_untracked()
            .map(|content| known::<T>(content.as_ref()).clone())
    }
}

impl<T: Any + PartialEq + Send + Sync> Memo<T> {
    pub(super) fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        fn erased(compute: Box<dyn Fn() -> Computed + Send + Sync>) -> leptos::Memo<Computed> {
            leptos::Memo::new(move |_| compute())
        }
        Self {
            content: erased(Box::new(move || Computed(Box::new(compute())))),
            of: PhantomData,
        }
    }

    /// Computes with what was kept from the last time.
    pub(super) fn kept<S: Send + 'static>(
        kept: S,
        compute: impl Fn(&mut S) -> T + Send + Sync + 'static,
    ) -> Self {
        let kept = Mutex::new(kept);
        Self::new(move || compute(&mut kept.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    pub(super) fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(known(read_memo(self.content).0.as_ref()))
    }

    pub(super) fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(known(self.content.read_untracked().0.as_ref()))
    }

    /// Returns `None` when the part of the page that made the memo is gone.
    pub(super) fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.content
            .try_read_untracked()
            .map(|content| read(known(content.0.as_ref())))
    }
}

impl<T: Any + Clone + PartialEq + Send + Sync> Memo<T> {
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Returns `None` when the part of the page that made the memo is gone.
    pub(super) fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: Any + Send + Sync> StoredValue<T> {
    pub(super) fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    pub(super) fn with_value<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(read)
    }

    pub(super) fn get_value(self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }
}

// Derived, these would ask that `T` can be copied too.
macro_rules! copy {
    ($($name:ident),*) => { $(
        impl<T> Copy for $name<T> {}
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }
    )* };
}
copy!(RwSignal, Memo, StoredValue);
