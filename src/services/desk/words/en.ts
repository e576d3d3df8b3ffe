import { list } from '#conversation/say.ts';
import { copyStates } from '#languages/en/refusals.ts';
import type { DeskWords } from './id.ts';

export const en: DeskWords = {
  howToCheckOut: 'Write the copy code and the card number, such as: /checkout B00123 A-0045',
  howToCheckIn: 'Write the copy code, such as: /checkin B00123',
  checkedOut: (title, copy, due, f) => `${title} (${copy}) is checked out, due ${f.day(due)}.`,
  checkedIn: (title, copy, lateDays, state) =>
    `${title} (${copy}) is back${lateDays > 0 ? `, ${lateDays} open ${lateDays === 1 ? 'day' : 'days'} late` : ''}. State: ${copyStates[state] ?? state}.`,
  forHold: 'Put it on the hold shelf: somebody reserved it.',
  pullList: (lines) => [
    `${lines.length} ${lines.length === 1 ? 'book' : 'books'} to take from the shelves:`,
    list(
      lines.map(
        (line) =>
          `${line.title} (${line.copyCode}), ${line.branchName}${line.shelf ? `, ${line.shelf}` : ''}, for pickup at ${line.pickupName}`,
      ),
      true,
    ),
    'When you have it, write: /capture CODE',
  ],
  nothingToPull: 'There is nothing to take from the shelves.',
  howToCapture: 'Write the code of the copy you took from the shelf, such as: /capture B00123',
  captured: (title, ready, deadline, f) =>
    ready
      ? `${title} is ready for pickup${deadline ? ` until ${f.day(deadline)}` : ''}. The reader is told unless notices are off.`
      : `${title} is recorded as on its way to the pickup place.`,
  howToIssueCode: 'Write the card number, such as: /code A-0045',
  codeIssued: (card, code) =>
    `One-time code for card ${card}: ${code} (valid for 15 minutes). The member writes "link card" to the bot, then the card number and this code.`,
  nowLibrarian:
    'You now act as a librarian of this demo library. Try "pull list", /checkout CODE CARD, /checkin CODE. Type "/sebagai pembaca" to go back.',
  nowReader: 'You are a demo reader again.',
  onlyInDemo: 'That command works in the demo library only. Real staff join with an invitation code: /staff CODE',
  joined: (role) => `Welcome. This chat account now acts for staff (${role}).`,
  badInvitation: 'That invitation code is not valid. Please ask the operator of this program for a new one.',
  howToJoin: 'Write the invitation code, such as: /staff ABCDE12345',
};
