export const app = {
  'app.language': 'Language',
  'app.toLight': 'Switch to the light theme',
  'app.toDark': 'Switch to the dark theme',
  'app.reload': 'Load again',
  'app.files.ready': 'Ready offline',
  'app.files.installing': 'Getting ready for offline use…',
  'app.files.off': 'Online only: this browser blocks service workers',
  'app.offline': 'you are offline',
  'app.updateWaiting': 'A new version is here.',
  'app.updatedElsewhere': 'The app was updated in another tab. Load again to continue with the new version.',
  'app.rules': 'Version {version} · IAM rules as documented 2026-10',
} as const;
