import type * as Monaco from 'monaco-editor/editor';

/** The page's tokens as Monaco wants them: it takes no CSS variables, only hex. */
function reader(): { readonly colour: (token: string) => string; readonly close: () => void } {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    if (context === null) return '#808080';
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  return { colour, close: () => probe.remove() };
}

/** Paints Monaco in the colours the page has now. */
export function paintMonaco({ editor }: typeof Monaco): void {
  const { colour, close } = reader();
  const dark = isDark();
  const name = dark ? 'page-dark' : 'page-light';
  const [surface, text, muted, accent] = [
    colour('surface'),
    colour('text'),
    colour('muted'),
    colour('accent'),
  ];
  const [allow, deny, silent, fault] = [colour('allow'), colour('deny'), colour('silent'), colour('fault')];
  const [sunken, border, control] = [colour('sunken'), colour('border'), colour('control')];
  close();
  editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: text },
      { token: 'element', foreground: accent },
      { token: 'key', foreground: muted },
      { token: 'string', foreground: text },
      { token: 'variable', foreground: fault },
      { token: 'wildcard', foreground: silent, fontStyle: 'bold' },
      { token: 'allow', foreground: allow, fontStyle: 'bold' },
      { token: 'deny', foreground: deny, fontStyle: 'bold' },
      { token: 'number', foreground: silent },
      { token: 'delimiter', foreground: muted },
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': text,
      'editorLineNumber.foreground': muted,
      'editorLineNumber.activeForeground': text,
      'editorCursor.foreground': text,
      'editor.lineHighlightBackground': surface,
      'editor.lineHighlightBorder': surface,
      'editor.selectionBackground': `${accent}44`,
      'editorError.foreground': fault,
      'editorWarning.foreground': silent,
      'editorWidget.background': surface,
      'editorWidget.border': control,
      'editorHoverWidget.background': surface,
      'editorHoverWidget.border': control,
      'editorSuggestWidget.selectedBackground': sunken,
      'editorIndentGuide.background1': border,
      'editorBracketMatch.background': sunken,
      'editorBracketMatch.border': control,
      'scrollbarSlider.background': `${control}55`,
      'scrollbarSlider.hoverBackground': `${control}88`,
      'input.background': surface,
      'input.border': control,
      focusBorder: accent,
    },
  });
  editor.setTheme(name);
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

/** Paints again whenever the page changes its theme; returns what ends it. */
export function followTheme(paint: () => void): () => void {
  const observer = new MutationObserver(paint);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', paint);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', paint);
  };
}
