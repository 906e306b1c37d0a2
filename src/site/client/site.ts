/** What pages can do beside being read. Loaded in the head: the colours are set before the first paint. */
import { sendFormsInPlace } from './forms.ts';
import { followChanges } from './live.ts';
import { offerSearch } from './load-search.ts';
import { addThemeSwitch, applyTheme } from './theme.ts';

document.documentElement.dataset['scripted'] = '';
applyTheme();
document.addEventListener('DOMContentLoaded', () => {
  addThemeSwitch();
  sendFormsInPlace();
  followChanges();
  offerSearch();
});
