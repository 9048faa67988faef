/** Every screen a learner can open, as an address. */
export const routes = [
  { name: 'home', hash: '#/' },
  { name: 'a mission to predict', hash: '#/missions/01-the-locked-door' },
  { name: 'a mission to write', hash: '#/missions/09-first-allow' },
  { name: 'a mission to predict and fix', hash: '#/missions/12-deny-wins' },
  { name: 'explain', hash: '#/explain' },
  { name: 'compare', hash: '#/compare' },
  { name: 'sandbox', hash: '#/sandbox' },
  { name: 'settings', hash: '#/settings' },
  { name: 'an address that is none', hash: '#/nowhere' },
] as const;
