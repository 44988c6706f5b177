//! Saying things to the person.

use crate::signals::*;

use super::Board;
use crate::platform::Refusal;
use crate::state::notice::{Message, Notice, Tone};
use crate::state::storage::StorageError;

impl Board {
    /// Shows a message. A success takes the place of the last success; failures add up until they are dismissed.
    pub fn tell(self, message: Message) {
        let number = self.next_number();
        self.notices.update(|notices| {
            // A success gives way to the next success, and only to that.
            let keeps = message.tone() == Tone::Failure;
            notices.retain(|notice| {
                (keeps || notice.message.tone() == Tone::Failure) && notice.message != message
            });
            notices.push(Notice { number, message });
        });
    }

    /// Tells what the platform complained of beside something that it did.
    pub(super) fn warn(self, warning: Option<&Refusal>) {
        if let Some(warning) = warning {
            self.tell(Message::Warned(Box::new(warning.clone())));
        }
    }

    /// Tells of a storage that failed, once: the same sentence twice says nothing new.
    pub fn tell_storage(self, result: Result<(), StorageError>) {
        if let Err(error) = result {
            let told = |notice: &Notice| notice.message == Message::Storage(error);
            if !self
                .notices
                .with_untracked(|notices| notices.iter().any(told))
            {
                self.tell(Message::Storage(error));
            }
        }
    }

    /// Dismissing what may have happened is the person's word that it is dealt with.
    pub fn dismiss(self, number: usize) {
        let gone = self.notices.try_update(|notices| {
            let at = notices.iter().position(|notice| notice.number == number)?;
            Some(notices.remove(at))
        });
        if let Some(Some(notice)) = gone
            && let Some(note) = notice.message.note()
        {
            self.end_note(&note.id);
        }
    }
}
