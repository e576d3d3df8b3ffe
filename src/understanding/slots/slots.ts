import type { IntentId } from '#understanding/intent-ids.ts';
import type { Message } from '../message.ts';
import type { Unit } from '../unit.ts';

export type SlotValue = string | number | boolean;
/** name → value or values, in the forms of the language specification */
export type Slots = Readonly<Record<string, SlotValue | readonly SlotValue[]>>;

export const slotsOf = (_intent: IntentId, _message: Message, _units: readonly Unit[]): Slots => ({});
