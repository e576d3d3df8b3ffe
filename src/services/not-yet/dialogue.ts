import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Dialogue } from '#conversation/dialogue.ts';
import { countUnserved } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { NotYetWords, UnservedIntent } from './words/id.ts';

const dialogue = dialoguesWith<NotYetWords>({ id, en });

const unserved = (intent: UnservedIntent): Dialogue =>
  dialogue(intent, { needs: intent.startsWith('staff.') ? 'staff' : 'nobody' }).begin(async (turn) => {
    await countUnserved(turn.rooms.database, intent, turn.today.toString());
    const [{ phone }, policy] = await Promise.all([turn.rooms.libraryCard(), turn.rooms.policy()]);
    const desk = /meja layanan$|service desk$/;
    return turn.say((w, f) => {
      const answer = w.answers[intent];
      return desk.test(answer) ? `${answer}${phone ? w.phone(phone) : ''}.${w.when(f.staffHours(policy.staff_hours))}` : `${answer}.`;
    });
  });

// as: the keys of the table are exactly the unserved intents
export const dialogues: readonly Dialogue[] = (Object.keys(id.answers) as UnservedIntent[]).map(unserved);
