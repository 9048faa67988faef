export const storage = {
  'storage.state.opening': 'Opening…',
  'storage.state.untouched': 'Nothing to save yet',
  'storage.state.saved': 'Saved on this device',
  'storage.state.saving': 'Saving…',
  'storage.state.retrying': 'Not saved: reconnecting',
  'storage.state.blocked': 'Not saved: waiting for another tab',
  'storage.state.unavailable': 'Not saved: this browser allows no storage',
  'storage.state.full': 'Not saved: the disk is full',
  'storage.state.newer': 'Not saved: read-only',
  'storage.state.recovery': 'Not saved: data is missing',
  'storage.explain.opening': 'The data on this device is being opened.',
  'storage.explain.untouched': 'What you do will be kept on this device.',
  'storage.explain.saved': 'Everything you did is on disk.',
  'storage.explain.saving': 'The last change is being written.',
  'storage.explain.retrying':
    'The browser closed the storage; it is being opened again. What you do meanwhile is kept in this page.',
  'storage.explain.blocked':
    'Another tab holds an older version of the data open. Close the other tabs; this page then goes on by itself.',
  'storage.explain.unavailable':
    'What you do is kept only until you close this page. Download a backup before you do.',
  'storage.explain.full':
    'What you do is kept in this page and written when there is room. Free some space, or download a backup.',
  'storage.explain.newer':
    'A newer version of this app wrote the data. Load the page again to use it; until then nothing is overwritten.',
  'storage.explain.recovery':
    'Something that was stored is gone. Open the settings to restore a backup or to go on with what is left.',
} as const;
