export type SlotValue = string | number | boolean;
/** name → value or values, in the forms of the language specification */
export type Slots = Readonly<Record<string, SlotValue | readonly SlotValue[]>>;
