/** @type {import('svelte/compiler').CompileOptions & Record<string, unknown>} */
export default { compilerOptions: { runes: true } };
