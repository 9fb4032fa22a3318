//! Whether everybody can use the app: by keyboard, by ear, by touch, magnified, with large letters, in strong or
//! forced colours, without motion, and with the input methods of Vietnamese.

mod colours;
mod far;
mod keyboard;
mod keys;
mod motion;
mod names;
mod phone_keyboard;
mod rules;
mod told;
mod touch;
mod tour;
mod typing;
mod zoom;
