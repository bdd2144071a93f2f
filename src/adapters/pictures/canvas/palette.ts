import type { Ink } from './mark.js';

/** Light for paper, dark for screens. */
export type Theme = 'light' | 'dark';

/** Every pair of ink and ground has a contrast of 4.5 or more; no meaning rests on colour alone. */
export const PALETTES: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = {
  light: {
    paper: '#ffffff',
    ink: '#17202b',
    soft: '#505c6b',
    faint: '#c3ccd6',
    wash: '#f3f5f8',
    card: '#ffffff',
    strong: '#14508c',
    alarm: '#a4161a',
  },
  dark: {
    paper: '#12161c',
    ink: '#eef2f6',
    soft: '#aeb9c5',
    faint: '#46515e',
    wash: '#1a2028',
    card: '#222a34',
    strong: '#8cc0f5',
    alarm: '#ff9b9b',
  },
};
