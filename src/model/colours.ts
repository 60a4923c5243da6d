/** Colours as people name them; decoration only. An edge in the ink's colour keeps pale ones visible. */
export const COLOURS: Readonly<Record<string, string>> = {
  red: '#d4351c',
  orange: '#e87722',
  yellow: '#ffdd00',
  green: '#2e8540',
  blue: '#1d70b8',
  purple: '#6f3fa0',
  gold: '#d4a017',
  black: '#0b0c0c',
  white: '#ffffff',
  grey: '#8a9299',
  gray: '#8a9299',
  amber: '#ffbf00',
};
