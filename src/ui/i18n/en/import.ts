/** What is said where somebody brings policies along. */
export const imports = {
  'import.open': 'Import…',
  'import.title': 'Import your own policies',
  'import.lead':
    'A policy document, or what the AWS CLI printed: `get-policy-version`, `get-role`, `get-bucket-policy`, `get-account-authorization-details`. Nothing leaves this page.',
  'import.paste': 'Paste here, or drop files on this window',
  'import.files': 'Choose files',
  'import.unnamed': 'Policy {number}',
  'import.found': { one: '{count} policy found', other: '{count} policies found' },
  'import.none': 'There is no policy in this.',
  'import.tooLarge': '{name} is too large: a file may have 2 MB.',
  'import.unreadable': '{name} could not be read.',
  'import.tooMuch': 'That is too much at once: choose policies of no more than {limit} characters together.',
  'import.accounts': {
    one: 'Replace {count} account id by an example id of AWS’s ({ids})',
    other: 'Replace {count} account ids by example ids of AWS’s ({ids})',
  },
  'import.accountsKept': 'They are kept on this device with the policies until you erase them.',
  'import.replace': 'Take away the policies that are there now',
  'import.take': { one: 'Take {count} policy', other: 'Take {count} policies' },
  'import.cancel': 'Cancel',
} as const;
