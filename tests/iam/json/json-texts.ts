type Told = readonly [
  code: string,
  path: string,
  start: number,
  end: number,
  values?: Readonly<Record<string, string | number>>,
];

/** Texts, with what is read of them (as JSON) and all that is told of them. */
export const texts: readonly (readonly [text: string, value: string | undefined, issues: readonly Told[]])[] =
  [
    ['{"a": x, "b": 1}', '{"b":1}', [['VALUE_EXPECTED', '/a', 6, 7, { found: 'x' }]]],
    ['{"a" 1}', '{"a":1}', [['COLON_EXPECTED', '/a', 5, 6, { key: 'a' }]]],
    ['{"a": 1 "b": 2}', '{"a":1,"b":2}', [['COMMA_EXPECTED', '', 7, 9]]],
    [
      '{"a": 1; "b": 2}',
      '{"b":2}',
      [
        ['VALUE_EXPECTED', '/a', 6, 8, { found: '1;' }],
        ['COMMA_EXPECTED', '', 8, 10],
      ],
    ],
    ['[1.25, 1e10]', '[1.25,10000000000]', []],
    ["['a]", '[]', [['SINGLE_QUOTES', '/0', 1, 3, { found: "'a" }]]],
    ["[a']", '[]', [['VALUE_EXPECTED', '/0', 1, 3, { found: "a'" }]]],
    ['["\\x0041"]', '["0041"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\x' }]]],
    ['[1 : 2]', '[1,2]', [['COMMA_EXPECTED', '', 2, 4]]],
    ['[1,]', '[1]', [['TRAILING_COMMA', '', 2, 3]]],
    ['[1,,2]', '[1,2]', [['VALUE_EXPECTED', '/1', 3, 4, { found: ',' }]]],
    ['{"a": 1,}', '{"a":1}', [['TRAILING_COMMA', '', 7, 8]]],
    [
      '{"a": 1,,"b": 2}',
      '{"a":1,"b":2}',
      [
        ['KEY_EXPECTED', '', 8, 9, { found: ',' }],
        ['COMMA_EXPECTED', '', 9, 10],
      ],
    ],
    [
      '[',
      '[]',
      [
        ['VALUE_EXPECTED', '/0', 1, 2, { found: 'the end' }],
        ['NOT_CLOSED', '', 1, 1, { close: ']' }],
      ],
    ],
    ['[1', '[1]', [['NOT_CLOSED', '', 2, 2, { close: ']' }]]],
    [
      '[1,',
      '[1]',
      [
        ['VALUE_EXPECTED', '/1', 3, 4, { found: 'the end' }],
        ['NOT_CLOSED', '', 3, 3, { close: ']' }],
      ],
    ],
    [
      '{',
      '{}',
      [
        ['KEY_EXPECTED', '', 1, 2, { found: 'the end' }],
        ['NOT_CLOSED', '', 2, 2, { close: '}' }],
      ],
    ],
    [
      '{"a"',
      '{}',
      [
        ['COLON_EXPECTED', '/a', 4, 5, { key: 'a' }],
        ['VALUE_EXPECTED', '/a', 4, 5, { found: 'the end' }],
        ['NOT_CLOSED', '', 4, 4, { close: '}' }],
      ],
    ],
    [
      '{"a":',
      '{}',
      [
        ['VALUE_EXPECTED', '/a', 5, 6, { found: 'the end' }],
        ['NOT_CLOSED', '', 5, 5, { close: '}' }],
      ],
    ],
    ['{"a": 1', '{"a":1}', [['NOT_CLOSED', '', 7, 7, { close: '}' }]]],
    [
      '{"a": 1,',
      '{"a":1}',
      [
        ['KEY_EXPECTED', '', 8, 9, { found: 'the end' }],
        ['NOT_CLOSED', '', 9, 9, { close: '}' }],
      ],
    ],
    ['"abc', '"abc"', [['STRING_NOT_CLOSED', '', 0, 4]]],
    [
      '"a\nb"',
      '"a"',
      [
        ['STRING_NOT_CLOSED', '', 0, 2],
        ['TEXT_AFTER_END', '', 3, 5],
      ],
    ],
    ['["a\n]', '["a"]', [['STRING_NOT_CLOSED', '/0', 1, 3]]],
    [
      '[1}',
      '[1]',
      [
        ['NOT_CLOSED', '', 2, 3, { close: ']' }],
        ['TEXT_AFTER_END', '', 2, 3],
      ],
    ],
    [
      '{"a": 1]',
      '{"a":1}',
      [
        ['NOT_CLOSED', '', 7, 8, { close: '}' }],
        ['TEXT_AFTER_END', '', 7, 8],
      ],
    ],
    [
      '[[1}',
      '[[1]]',
      [
        ['NOT_CLOSED', '/0', 3, 4, { close: ']' }],
        ['NOT_CLOSED', '', 3, 4, { close: ']' }],
        ['TEXT_AFTER_END', '', 3, 4],
      ],
    ],
    ['[[1]', '[[1]]', [['NOT_CLOSED', '', 4, 4, { close: ']' }]]],
    ['{"a": [1}', '{"a":[1]}', [['NOT_CLOSED', '/a', 8, 9, { close: ']' }]]],
    [
      '{"a": {"b": 1]}',
      '{"a":{"b":1}}',
      [
        ['NOT_CLOSED', '/a', 13, 14, { close: '}' }],
        ['NOT_CLOSED', '', 13, 14, { close: '}' }],
        ['TEXT_AFTER_END', '', 13, 15],
      ],
    ],
    ['x', undefined, [['VALUE_EXPECTED', '', 0, 1, { found: 'x' }]]],
    ["'x'", undefined, [['SINGLE_QUOTES', '', 0, 3, { found: "'x'" }]]],
    ['-', undefined, [['VALUE_EXPECTED', '', 0, 1, { found: '-' }]]],
    ['-1', '-1', []],
    ['+1', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '+1' }]]],
    ['.5', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '.5' }]]],
    ['5.', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '5.' }]]],
    ['1.', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '1.' }]]],
    ['1.5.2', undefined, [['VALUE_EXPECTED', '', 0, 5, { found: '1.5.2' }]]],
    ['1e', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '1e' }]]],
    ['1e+', undefined, [['VALUE_EXPECTED', '', 0, 3, { found: '1e+' }]]],
    ['01', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '01' }]]],
    ['-01', undefined, [['VALUE_EXPECTED', '', 0, 3, { found: '-01' }]]],
    ['0', '0', []],
    ['00', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '00' }]]],
    ['tru', undefined, [['VALUE_EXPECTED', '', 0, 3, { found: 'tru' }]]],
    ['true', 'true', []],
    ['True', undefined, [['VALUE_EXPECTED', '', 0, 4, { found: 'True' }]]],
    ['nullx', undefined, [['VALUE_EXPECTED', '', 0, 5, { found: 'nullx' }]]],
    ['1x', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '1x' }]]],
    ['x1', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: 'x1' }]]],
    ['{} {}', '{}', [['TEXT_AFTER_END', '', 3, 5]]],
    ['[] ]', '[]', [['TEXT_AFTER_END', '', 3, 4]]],
    ['\ufeff[]', '[]', [['BYTE_ORDER_MARK', '', 0, 1, { character: 'U+FEFF' }]]],
    ['[\ufeff]', '[]', [['BYTE_ORDER_MARK', '', 1, 2, { character: 'U+FEFF' }]]],
    [
      '{a}',
      '{}',
      [
        ['KEY_EXPECTED', '', 1, 2, { found: 'a' }],
        ['COLON_EXPECTED', '/', 2, 3, { key: '' }],
        ['VALUE_EXPECTED', '/', 2, 3, { found: '}' }],
      ],
    ],
    [
      '{a: 1, b: 2}',
      '{"":2}',
      [
        ['KEY_EXPECTED', '', 1, 2, { found: 'a' }],
        ['KEY_EXPECTED', '', 7, 8, { found: 'b' }],
      ],
    ],
    [
      '{"a": 1, b}',
      '{"a":1}',
      [
        ['KEY_EXPECTED', '', 9, 10, { found: 'b' }],
        ['COLON_EXPECTED', '/', 10, 11, { key: '' }],
        ['VALUE_EXPECTED', '/', 10, 11, { found: '}' }],
      ],
    ],
    ['{,}', '{}', [['KEY_EXPECTED', '', 1, 2, { found: ',' }]]],
    ['{"a":1,:2}', '{"a":1,"":2}', [['KEY_EXPECTED', '', 7, 8, { found: ':' }]]],
    ['{"":1,"":2}', '{"":2}', []],
    ['{"a":{"a":1}}', '{"a":{"a":1}}', []],
    ['{"prototype":1}', '{"prototype":1}', [['FORBIDDEN_KEY', '/prototype', 1, 12, { key: 'prototype' }]]],
    ['{"__proto__":{}}', '{"__proto__":{}}', [['FORBIDDEN_KEY', '/__proto__', 1, 12, { key: '__proto__' }]]],
    [
      '["\\',
      '[""]',
      [
        ['BAD_ESCAPE', '/0', 2, 4, { escape: '\\' }],
        ['STRING_NOT_CLOSED', '/0', 1, 4],
        ['NOT_CLOSED', '', 4, 4, { close: ']' }],
      ],
    ],
    [
      '["\\u',
      '[""]',
      [
        ['BAD_ESCAPE', '/0', 2, 4, { escape: '\\u' }],
        ['STRING_NOT_CLOSED', '/0', 1, 4],
        ['NOT_CLOSED', '', 4, 4, { close: ']' }],
      ],
    ],
    [
      '["\\u00',
      '["00"]',
      [
        ['BAD_ESCAPE', '/0', 2, 4, { escape: '\\u' }],
        ['STRING_NOT_CLOSED', '/0', 1, 6],
        ['NOT_CLOSED', '', 6, 6, { close: ']' }],
      ],
    ],
    ['["\\x41"]', '["41"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\x' }]]],
    ['["\\u00g0"]', '["00g0"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\u' }]]],
    ['["\\ug000"]', '["g000"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\u' }]]],
    [
      '["\\"]',
      '["\\"]"]',
      [
        ['STRING_NOT_CLOSED', '/0', 1, 5],
        ['NOT_CLOSED', '', 5, 5, { close: ']' }],
      ],
    ],
    [
      '["\u0000\u001f "]',
      '["\\u0000\\u001f "]',
      [
        ['ILLEGAL_CHARACTER', '', 2, 3, { character: 'U+0000' }],
        ['ILLEGAL_CHARACTER', '', 3, 4, { character: 'U+001F' }],
        ['CONTROL_CHARACTER_IN_STRING', '/0', 2, 3],
        ['CONTROL_CHARACTER_IN_STRING', '/0', 3, 4],
      ],
    ],
    [
      '["\u007f\u00ff\u0100"]',
      '["\u007f\u00ff\u0100"]',
      [['ILLEGAL_CHARACTER', '', 4, 5, { character: 'U+0100' }]],
    ],
    ['"\ud83d"', '"\\ud83d"', [['LONE_SURROGATE', '', 1, 2, { character: 'U+D83D' }]]],
    ['"\udfff"', '"\\udfff"', [['LONE_SURROGATE', '', 1, 2, { character: 'U+DFFF' }]]],
    [
      '\ud7ff',
      undefined,
      [
        ['ILLEGAL_CHARACTER', '', 0, 1, { character: 'U+D7FF' }],
        ['VALUE_EXPECTED', '', 0, 1, { found: '\ud7ff' }],
      ],
    ],
    [
      '\ue000',
      undefined,
      [
        ['ILLEGAL_CHARACTER', '', 0, 1, { character: 'U+E000' }],
        ['VALUE_EXPECTED', '', 0, 1, { found: '\ue000' }],
      ],
    ],
    ['\u00ab\u00bb', undefined, [['VALUE_EXPECTED', '', 0, 2, { found: '\u00ab\u00bb' }]]],
    [
      '\u2018a\u2019',
      undefined,
      [
        ['SMART_QUOTES', '', 0, 1, { character: 'U+2018' }],
        ['SMART_QUOTES', '', 2, 3, { character: 'U+2019' }],
        ['VALUE_EXPECTED', '', 0, 3, { found: '\u2018a\u2019' }],
      ],
    ],
    [
      ',',
      undefined,
      [
        ['VALUE_EXPECTED', '', 0, 1, { found: ',' }],
        ['TEXT_AFTER_END', '', 0, 1],
      ],
    ],
    [
      ':',
      undefined,
      [
        ['VALUE_EXPECTED', '', 0, 1, { found: ':' }],
        ['TEXT_AFTER_END', '', 0, 1],
      ],
    ],
    [
      ']',
      undefined,
      [
        ['VALUE_EXPECTED', '', 0, 1, { found: ']' }],
        ['TEXT_AFTER_END', '', 0, 1],
      ],
    ],
    [
      '}',
      undefined,
      [
        ['VALUE_EXPECTED', '', 0, 1, { found: '}' }],
        ['TEXT_AFTER_END', '', 0, 1],
      ],
    ],
    [
      '[:]',
      '[]',
      [
        ['VALUE_EXPECTED', '/0', 1, 2, { found: ':' }],
        ['COMMA_EXPECTED', '', 1, 2],
        ['VALUE_EXPECTED', '/0', 2, 3, { found: ']' }],
      ],
    ],
    [
      '[}',
      '[]',
      [
        ['VALUE_EXPECTED', '/0', 1, 2, { found: '}' }],
        ['NOT_CLOSED', '', 1, 2, { close: ']' }],
        ['TEXT_AFTER_END', '', 1, 2],
      ],
    ],
    [
      '{]',
      '{}',
      [
        ['KEY_EXPECTED', '', 1, 2, { found: ']' }],
        ['NOT_CLOSED', '', 2, 2, { close: '}' }],
      ],
    ],
    [
      '{"a": ,}',
      '{}',
      [
        ['VALUE_EXPECTED', '/a', 6, 7, { found: ',' }],
        ['TRAILING_COMMA', '', 6, 7],
      ],
    ],
    [
      '{"a": 1, "a"}',
      '{"a":1}',
      [
        ['DUPLICATE_KEY', '/a', 9, 12, { key: 'a', line: 1 }],
        ['COLON_EXPECTED', '/a', 12, 13, { key: 'a' }],
        ['VALUE_EXPECTED', '/a', 12, 13, { found: '}' }],
      ],
    ],
    [
      "{'a': 1, 'b': 2}",
      '{"":2}',
      [
        ['SINGLE_QUOTES', '', 1, 4, { found: "'a'" }],
        ['SINGLE_QUOTES', '', 9, 12, { found: "'b'" }],
      ],
    ],
    [
      "['a', 'b']",
      '[]',
      [
        ['SINGLE_QUOTES', '/0', 1, 4, { found: "'a'" }],
        ['SINGLE_QUOTES', '/0', 6, 9, { found: "'b'" }],
      ],
    ],
    ["{'a: 1}", '{"":1}', [['SINGLE_QUOTES', '', 1, 3, { found: "'a" }]]],
    [
      '[1 2 3]',
      '[1,2,3]',
      [
        ['COMMA_EXPECTED', '', 2, 4],
        ['COMMA_EXPECTED', '', 4, 6],
      ],
    ],
    ['["a" "b"]', '["a","b"]', [['COMMA_EXPECTED', '', 4, 6]]],
    ['{"a"\n:\n1\n}\nx', '{"a":1}', [['TEXT_AFTER_END', '', 11, 12]]],
    ['  x  ', undefined, [['VALUE_EXPECTED', '', 2, 3, { found: 'x' }]]],
    ['[1] ,', '[1]', [['TEXT_AFTER_END', '', 4, 5]]],
    [
      '["]',
      '["]"]',
      [
        ['STRING_NOT_CLOSED', '/0', 1, 3],
        ['NOT_CLOSED', '', 3, 3, { close: ']' }],
      ],
    ],
    [
      '{"}',
      '{}',
      [
        ['STRING_NOT_CLOSED', '', 1, 3],
        ['COLON_EXPECTED', '/}', 3, 4, { key: '}' }],
        ['VALUE_EXPECTED', '/}', 3, 4, { found: 'the end' }],
        ['NOT_CLOSED', '', 3, 3, { close: '}' }],
      ],
    ],
    ['{"a": "]"', '{"a":"]"}', [['NOT_CLOSED', '', 9, 9, { close: '}' }]]],
  ];
