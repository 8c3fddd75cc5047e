/** The form in which texts are compared: NFC. */

const nonAscii = /[^\0-\x7F]/

/** Whether a text is ASCII, and so the same in every normalization form. */
export function isAscii(text: string): boolean {
  return !nonAscii.test(text)
}

/** The text in Unicode normalization form C. */
export function nfc(text: string): string {
  return isAscii(text) ? text : text.normalize('NFC')
}
