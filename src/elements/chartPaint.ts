/** What a canvas is painted with: the stylesheet's own colours and letters, as they are in the theme at hand. */
export interface Paint {
  readonly series: readonly string[];
  readonly context: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly tone: Readonly<Record<'positive' | 'neutral' | 'warning' | 'negative', string>>;
  readonly font: string;
}

const SERIES = 8;

/** Reads custom properties through an element, because they may be `light-dark(…)` or relative colours. */
export function readPaint(host: HTMLElement): Paint {
  const probe = document.createElement('span');
  host.append(probe);
  const color = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const paint = {
    series: Array.from({ length: SERIES }, (_, i) => color(`series-${i + 1}`)),
    context: color('context'),
    ink: color('ink'),
    soft: color('ink-soft'),
    line: color('line'),
    paper: color('paper'),
    tone: { positive: color('positive'), neutral: color('neutral'), warning: color('warning'), negative: color('negative') },
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return paint;
}

/** Calls `run` when the theme changes, by the reader's choice or the system's; gives what ends it. */
export function onTheme(run: () => void): () => void {
  const observer = new MutationObserver(run);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', run);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', run);
  };
}
