//! Reading models from JSON with little code.
//!
//! Serde's derived readers are compiled anew, down to the scanning of the text, for every type:
//! they made up a quarter of the app. Here a text is scanned once into a [`Json`] tree, whatever it
//! holds, and each type only picks its fields from the tree. To serde the types look as if they
//! had derived `Deserialize`; fields that are not known are passed over, as with serde.

use crate::intern::interned;
use serde::de::Visitor;
use serde_json::Map;
pub(crate) use serde_json::Value as Json;
use std::fmt;
use std::sync::Arc;

/// What is wrong with a JSON value; the words are for developers.
pub(crate) type Fault = String;

/// Something that can be read from JSON.
pub(crate) trait FromJson: Sized {
    /// Reads a value.
    fn from_json(json: &Json) -> Result<Self, Fault>;

    /// What a field is that is not there, if it may be missing.
    fn missing() -> Option<Self> {
        None
    }
}

/// Reads a field of an object.
pub(crate) fn field<T: FromJson>(object: &Map<String, Json>, name: &str) -> Result<T, Fault> {
    match object.get(name) {
        Some(value) => T::from_json(value).map_err(|fault| fault_in(name, &fault)),
        None => T::missing().ok_or_else(|| fault_in(name, "missing")),
    }
}

/// Reads a field of an object that may be missing.
pub(crate) fn field_or_default<T: FromJson + Default>(
    object: &Map<String, Json>,
    name: &str,
) -> Result<T, Fault> {
    if object.contains_key(name) {
        field(object, name)
    } else {
        Ok(T::default())
    }
}

fn fault_in(name: &str, fault: &str) -> Fault {
    [name, ": ", fault].concat()
}

pub(crate) fn object(json: &Json) -> Result<&Map<String, Json>, Fault> {
    json.as_object().ok_or_else(|| "no object".to_owned())
}

pub(crate) fn list(json: &Json) -> Result<&[Json], Fault> {
    json.as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| "no list".to_owned())
}

pub(crate) fn text(json: &Json) -> Result<&str, Fault> {
    json.as_str().ok_or_else(|| "no text".to_owned())
}

/// Reads the variant of an enumeration: its name, and what it holds where it holds something.
pub(crate) fn variant(json: &Json) -> Result<(&str, &Json), Fault> {
    match json {
        Json::String(name) => Ok((name, &Json::Null)),
        Json::Object(object) if object.len() == 1 => object
            .iter()
            .next()
            .map(|(name, content)| (name.as_str(), content))
            .ok_or_else(no_variant),
        _ => Err(no_variant()),
    }
}

pub(crate) fn no_variant() -> Fault {
    "no such variant".to_owned()
}

impl FromJson for String {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        text(json).map(str::to_owned)
    }
}

impl FromJson for Arc<str> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        text(json).map(interned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        json.as_bool()
            .ok_or_else(|| "neither true nor false".to_owned())
    }
}

impl FromJson for i64 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        json.as_i64().ok_or_else(no_number)
    }
}

impl FromJson for u64 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        json.as_u64().ok_or_else(no_number)
    }
}

impl FromJson for u32 {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        u64::from_json(json)?.try_into().map_err(|_| no_number())
    }
}

impl FromJson for usize {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        u64::from_json(json)?.try_into().map_err(|_| no_number())
    }
}

fn no_number() -> Fault {
    "no number that fits".to_owned()
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        if json.is_null() {
            Ok(None)
        } else {
            T::from_json(json).map(Some)
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Arc<T> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        T::from_json(json).map(Self::new)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let mut items = Self::new();
        for item in list(json)? {
            items.push(T::from_json(item)?);
        }
        Ok(items)
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let [a, b] = list(json)? else {
            return Err(other_length());
        };
        Ok((A::from_json(a)?, B::from_json(b)?))
    }
}

impl<A: FromJson, B: FromJson, C: FromJson> FromJson for (A, B, C) {
    fn from_json(json: &Json) -> Result<Self, Fault> {
        let [a, b, c] = list(json)? else {
            return Err(other_length());
        };
        Ok((A::from_json(a)?, B::from_json(b)?, C::from_json(c)?))
    }
}

fn other_length() -> Fault {
    "a list of another length".to_owned()
}

/// Makes a type readable.
///
/// - `from_json!(Type { a, b; c })`: an object with the fields `a` and `b`, and `c` that may be missing
/// - `from_json!(Type { "a" => A, "b" => B })`: one of some words
/// - `from_json!(Type: function)`: whatever the function makes of the value
macro_rules! from_json {
    ($type:ident $($how:tt)*) => {
        $crate::json::from_tree!($type $($how)*);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = $crate::json::Json::deserialize(deserializer)?;
                $crate::json::FromJson::from_json(&json).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use from_json;

/// Makes a type readable from a tree alone, in the same ways: one that serde reads by itself, without a tree, since
/// there are hundreds of thousands of it.
macro_rules! from_tree {
    ($type:ident: $read:expr) => {
        impl $crate::json::FromJson for $type {
            fn from_json(json: &$crate::json::Json) -> Result<Self, $crate::json::Fault> {
                $read(json)
            }
        }
    };
    ($type:ident { $($field:ident),*; $($optional:ident),* }) => {
        $crate::json::from_tree!($type: |json| {
            let object = $crate::json::object(json)?;
            Ok(Self {
                $($field: $crate::json::field(object, stringify!($field))?,)*
                $($optional: $crate::json::field_or_default(object, stringify!($optional))?,)*
            })
        });
    };
    ($type:ident { $($word:literal => $variant:ident),* }) => {
        $crate::json::from_tree!($type: |json| match $crate::json::text(json)? {
            $($word => Ok(Self::$variant),)*
            _ => Err($crate::json::no_variant()),
        });
    };
}
pub(crate) use from_tree;

/// Reads from a text what serde meets without a tree.
pub(crate) struct ByText<T>(pub(crate) fn(&str) -> Result<T, Fault>);

impl<T> Visitor<'_> for ByText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}
