//! Elements and texts as leptos renders them, but all of one type.
//!
//! The types of `view!` grow with every element, attribute and closure, and each is compiled
//! anew: the screens took 370 kB after compression. Built from these few functions, whatever a
//! screen shows is an element with a list of attributes and a list of children.

use crate::browser::typed;
use crate::view::Markup;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::{event, property::prop};
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed;
use web_sys::Event;

/// Something that stands in the page. In a box: what is passed on at every step of a screen's
/// construction is then one pointer, which makes the screens' code a good deal smaller.
pub(super) struct Node(Box<AnyView>);

/// An element that is being put together.
#[must_use]
pub(super) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// A text that follows what it is computed from.
pub(super) fn text(text: impl Fn() -> String + Send + 'static) -> Node {
    live(text)
}

/// A part that is built anew when what it is computed from changes.
pub(super) fn live<N: Into<Node>>(part: impl Fn() -> N + Send + 'static) -> Node {
    fn erased(part: Box<dyn Fn() -> Node + Send>) -> Node {
        (move || AnyView::from(part())).into_any().into()
    }
    erased(Box::new(move || part().into()))
}

/// A list whose items stay in place while their keys do.
pub(super) fn list(
    keys: impl Fn() -> Vec<String> + Send + 'static,
    item: impl Fn(String) -> El + Send + 'static,
) -> Node {
    type Keys = Box<dyn Fn() -> Vec<String> + Send>;
    type Item = Box<dyn Fn(String) -> El + Send>;
    fn erased(keys: Keys, item: Item) -> Node {
        // What an item computes lives as long as the item, not until the keys are listed again.
        let list = Owner::current().unwrap_or_default();
        let item = StoredValue::new_local(item);
        let row = move |_: usize, key: String| {
            let owner = list.with(Owner::new);
            // What the item reads at first is no reason to list the keys again.
            let view = untrack(|| {
                owner.with(|| AnyView::from(Node::from(item.with_value(|item| item(key)))))
            });
            (|_| (), OwnedView::new_with_owner(view, owner))
        };
        live(move || keyed(keys(), Clone::clone, row.clone()).into_any())
    }
    erased(Box::new(keys), Box::new(item))
}

impl El {
    pub(super) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    pub(super) fn attr(self, name: &'static str, value: &str) -> Self {
        self.add(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// Sets an attribute that follows what it is computed from; `None` takes it away.
    pub(super) fn attr_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        fn erased(
            name: &'static str,
            value: Box<dyn Fn() -> Option<String> + Send>,
        ) -> AnyAttribute {
            custom_attribute(name, value).into_any_attr()
        }
        self.add(erased(name, Box::new(value)))
    }

    pub(super) fn class_live(self, class: impl Fn() -> String + Send + 'static) -> Self {
        self.attr_live("class", move || Some(class()))
    }

    /// Sets what is typed in a field.
    pub(super) fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.add(text_property("value", Box::new(value)))
    }

    /// Sets what stands within, as markup; for many small things that need no element of their own here.
    pub(super) fn markup(self, markup: impl Fn() -> Markup + Send + 'static) -> Self {
        let text = Box::new(move || markup().into_text());
        self.add(text_property("innerHTML", text))
    }

    /// Sets what stands within, once: whoever sets it changes it in the page itself.
    pub(super) fn markup_once(self, markup: Markup) -> Self {
        self.add(prop("innerHTML", markup.into_text()).into_any_attr())
    }

    /// Sets a property that is on or off, such as `checked`, `disabled`, `open`.
    pub(super) fn flag(self, name: &'static str, flag: impl Fn() -> bool + Send + 'static) -> Self {
        fn erased(name: &'static str, flag: Box<dyn Fn() -> bool + Send>) -> AnyAttribute {
            prop(name, flag).into_any_attr()
        }
        self.add(erased(name, Box::new(flag)))
    }

    pub(super) fn on(self, name: &'static str, call: impl FnMut(Event) + 'static) -> Self {
        fn erased(name: &'static str, call: Box<dyn FnMut(Event)>) -> AnyAttribute {
            event::on(ev::Custom::<Event>::new(name), call).into_any_attr()
        }
        self.add(erased(name, Box::new(call)))
    }

    pub(super) fn on_click(self, mut call: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| call())
    }

    /// Calls back with what is typed or chosen in a field.
    pub(super) fn on_value(
        self,
        name: &'static str,
        mut call: impl FnMut(String) + 'static,
    ) -> Self {
        self.on(name, move |event| call(typed(&event)))
    }

    /// Calls back when a form is sent, in place of loading a page.
    pub(super) fn on_submit(self, mut call: impl FnMut() + 'static) -> Self {
        self.on("submit", move |event| {
            event.prevent_default();
            call();
        })
    }

    pub(super) fn with(self, child: impl Into<Node>) -> Self {
        self.with_node(child.into())
    }

    fn with_node(mut self, child: Node) -> Self {
        self.0.children.push(child.into());
        self
    }

    fn add(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}

fn text_property(name: &'static str, text: Box<dyn Fn() -> String + Send>) -> AnyAttribute {
    prop(name, text).into_any_attr()
}

impl From<El> for Node {
    fn from(El(parts): El) -> Self {
        let Parts {
            tag,
            attributes,
            children,
        } = *parts;
        html::custom(tag)
            .add_any_attr(attributes)
            .child(children)
            .into_any()
            .into()
    }
}

impl From<Node> for AnyView {
    fn from(node: Node) -> Self {
        *node.0
    }
}

impl From<AnyView> for Node {
    fn from(view: AnyView) -> Self {
        Self(Box::new(view))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        text.into_any().into()
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<()> for Node {
    fn from((): ()) -> Self {
        ().into_any().into()
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(node: Option<N>) -> Self {
        node.map_or_else(|| ().into(), Into::into)
    }
}

impl<N: Into<Node>> From<Vec<N>> for Node {
    fn from(nodes: Vec<N>) -> Self {
        fn erased(nodes: Vec<AnyView>) -> Node {
            nodes.into_any().into()
        }
        erased(nodes.into_iter().map(|node| node.into().into()).collect())
    }
}
