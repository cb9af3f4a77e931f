/** The part of nspell (npm, MIT) that is used here: it comes without types. */
declare module 'nspell' {
  export default function nspell(aff: Uint8Array, dic: Uint8Array): { correct(word: string): boolean }
}
