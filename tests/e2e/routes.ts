/** Every screen a learner can open, as an address; `ready` is there once what loads later has come. */
export const routes: readonly { readonly name: string; readonly hash: string; readonly ready?: string }[] = [
  { name: 'home', hash: '#/' },
  { name: 'a mission to predict', hash: '#/missions/01-the-locked-door' },
  { name: 'a mission to operate', hash: '#/missions/04-one-name-each', ready: '#terminal-line' },
  { name: 'a mission to write', hash: '#/missions/09-first-allow', ready: '.monaco-editor' },
  { name: 'a mission to predict and fix', hash: '#/missions/12-deny-wins' },
  { name: 'a mission to operate with a role', hash: '#/missions/28-put-on-the-hat', ready: '#terminal-line' },
  { name: 'explain', hash: '#/explain' },
  { name: 'compare', hash: '#/compare' },
  { name: 'sandbox', hash: '#/sandbox', ready: '#terminal-line' },
  { name: 'settings', hash: '#/settings' },
  { name: 'an address that is none', hash: '#/nowhere' },
];
