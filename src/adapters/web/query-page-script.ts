/**
 * What starts the query page in the browser; the examples stand in the page as data. What people change is kept for each
 * set of examples, so that another database begins with its own; where somebody has signed in, it is kept by the page
 * alone, and gone with it.
 */
export const START_SCRIPT = `'use strict';
const text = document.getElementById('examples').textContent;
const tabs = JSON.parse(text).map(({ query, variables }) => ({
  query,
  variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
}));
const prefix = 'headwater:' + Array.from(text).reduce((sum, c) => (sum * 31 + c.codePointAt(0)) >>> 0, 7) + ':';
const inPage = new Map();
const pageStorage = {
  getItem: (key) => inPage.get(key) ?? null,
  setItem: (key, value) => void inPage.set(key, String(value)),
  removeItem: (key) => void inPage.delete(key),
  clear: () => inPage.clear(),
  get length() {
    return inPage.size;
  },
};
const browserStorage = {
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => localStorage.setItem(prefix + key, value),
  removeItem: (key) => localStorage.removeItem(prefix + key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};
const signedIn = document.getElementById('who') !== null;
if (signedIn) localStorage.clear();
const storage = signedIn ? pageStorage : browserStorage;
const firstVisit = storage.getItem('graphiql:tabState') === null;
const page = React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  storage,
  defaultEditorToolsVisibility: 'variables',
  defaultTabs: tabs,
  variables: firstVisit ? tabs[0].variables : undefined,
});
ReactDOM.createRoot(document.getElementById('page')).render(page);
`;
