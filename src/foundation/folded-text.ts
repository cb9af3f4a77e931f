/** A text in small letters without accents: what somebody types in a hurry for « Électricité » is the same. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
