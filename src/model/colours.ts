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
  pink: '#d53880',
  brown: '#8a5a2b',
  silver: '#b1b4b6',
  bronze: '#b08d57',
  cyan: '#28a1b8',
  teal: '#28a197',
  navy: '#1b2f5b',
};

/** The other colours that CSS has a name for (CSS Color Module Level 4). */
const OTHERS: ReadonlySet<string> = new Set(
  (
    'aliceblue antiquewhite aqua aquamarine azure beige bisque blanchedalmond blueviolet burlywood cadetblue chartreuse chocolate coral ' +
    'cornflowerblue cornsilk crimson darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen ' +
    'darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink ' +
    'deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite goldenrod greenyellow ' +
    'honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan ' +
    'lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey ' +
    'lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple ' +
    'mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin ' +
    'navajowhite oldlace olive olivedrab orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru ' +
    'plum powderblue rebeccapurple rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna skyblue slateblue ' +
    'slategray slategrey snow springgreen steelblue tan thistle tomato turquoise violet wheat whitesmoke yellowgreen'
  ).split(' '),
);

/** A colour as SVG takes it: `#rrggbb`, one of the house's, or another that CSS knows; null for what is none. */
export function findColour(name: string): string | null {
  if (/^#[0-9a-fA-F]{6}$/.test(name)) return name;
  return COLOURS[name] ?? (OTHERS.has(name) ? name : null);
}
