/** Resolves once the page has been painted as it stands; a hidden page paints none, there it resolves at once. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Does one step a frame, so that a slow phone stays answerable in between. */
export async function stepPerPaint(steps: number, step: () => void): Promise<void> {
  for (let done = 0; done < steps; done += 1) {
    await afterPaint();
    step();
  }
}
