/** Lower case for ASCII letters only, as AWS compares names: `İ` and `ß` stay as they are. */
export function lowerCase(text: string): string {
  let upper = false;
  let ascii = true;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= 0x41 && code <= 0x5a) upper = true;
    else if (code > 0x7f) ascii = false;
  }
  if (!upper) return text;
  if (ascii) return text.toLowerCase();
  let lower = '';
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    lower += String.fromCharCode(code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
  }
  return lower;
}

/** Whether `text` is `lower` (already in lower case) but for the case of ASCII letters. */
export function equalsIgnoringCase(lower: string, text: string): boolean {
  if (lower.length !== text.length) return false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const folded = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
    if (folded !== lower.charCodeAt(place)) return false;
  }
  return true;
}
