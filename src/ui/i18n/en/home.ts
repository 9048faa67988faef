export const home = {
  'home.title': 'Learn AWS IAM by writing it',
  'home.lead':
    'Write a real IAM policy and watch AWS’s rules decide a request, gate by gate. Everything happens inside this page.',
  'home.try': 'Try it now',
  'home.tryHint': 'Change `Allow` to `Deny`, or any other letter, and watch the gates.',
  'home.tryPolicy': 'Policy of Ana',
  'home.tryRequest': 'Ana asks to read the photo `cat.jpg` in the bucket `puerto-media`.',
  'home.tryBroken': 'Line {line}: {message} The answer shown belongs to the last text that was complete.',
  'home.keyRemoved':
    'That looked like an AWS access key. It was removed and is stored nowhere; if it is real, deactivate it in AWS.',
  'home.removedKey': '[removed: looks like an AWS access key]',
  'home.words': 'What do these words mean?',
  'home.word.request': '**Request**: somebody asks AWS to do one thing, for example “Ana, read this photo”.',
  'home.word.policy':
    '**Policy**: a text that says who may do what, on which thing. Nothing is allowed until a policy says so.',
  'home.word.gate':
    '**Gate**: one kind of policy that AWS asks. Every gate is asked in the same order, each time.',
  'home.word.action':
    '**Action**: what is asked for. `s3:GetObject` means “read one file in the storage service S3”.',
  'home.word.resource': '**Resource**: the thing it is asked on, by its full name in AWS, called an ARN.',
  'home.startFirst': 'Start with mission 1',
  'home.continueWith': 'Continue with {title}',
  'home.map': 'Skill map',
  'home.mapLead':
    'A mission is ready for you when the ones it builds on are solved. Any of them may be opened at any time.',
  'home.act': 'Act {act}. {name}',
  'home.actName.0': 'The account',
  'home.actName.1': 'The policy language',
  'home.actName.2': 'Second factor (MFA)',
  'home.actName.3': 'Roles and temporary credentials',
  'home.actName.4': 'Federation',
  'home.actName.5': 'Fences around fences',
  'home.actName.6': 'Running it',
  'home.progress': '{solved} of {total} solved',
  'home.state.solved': 'Solved',
  'home.state.started': 'Started',
  'home.state.open': 'Ready',
  'home.state.locked': 'Later',
  'home.needs': 'Builds on {missions}',
  'home.minutes': { one: 'about {count} minute', other: 'about {count} minutes' },
  'home.attempts': { one: '{count} attempt', other: '{count} attempts' },
  'home.allSolved':
    'Every mission is solved. Go for the missing medals, or try any request in the explainer.',
  'home.restore': 'You have a backup? Restore it in the settings.',
} as const;
