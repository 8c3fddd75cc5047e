/** Texts that formats of files tend to change, and characters that they cannot hold. */

/** Every export keeps these as they are. */
export const hostileTexts = [
  '</attvalue></data><script>alert(1)</script>',
  ']]> <![CDATA[ <!-- --> <?php ?>',
  `"double" 'single' & &amp; &#10; &lt; ""`,
  'line\nfeed\ttab\rreturn\r\nboth  two spaces ',
  '\n',
  '\r',
  ' ',
  '\t leading and trailing \r\n',
  '👩‍👩‍👧‍👦 and 🏳️‍🌈',
  '\u202Eright to left\u202C שלום',
  'e\u0301 é \u007F \u0085 \u2028 \u00A0 \uFEFF',
  '\uFEFFmark',
  '[a, b] (c) <empty> null',
  'C:\\new\\table \\" \\',
  'INF -INF the INF treaty',
  '=HYPERLINK("http://example.org","click")',
  '+1 -1 @SUM(A1)',
  '-2+3+cmd|"/C calc"!A0',
  '@handle',
  'a,b;c\td|e',
  '054',
  'true',
  '__proto__',
  'constructor',
]

/** No export can hold these. */
export const illegalCharacters = [
  ['\u0000', 'U+0000'],
  ['\u0001', 'U+0001'],
  ['\u000B', 'U+000B'],
  ['\u001F', 'U+001F'],
  ['\uFFFE', 'U+FFFE'],
  ['\uFFFF', 'U+FFFF'],
  ['\uD83D', 'U+D83D'],
  ['\uDE00', 'U+DE00'],
] as const
