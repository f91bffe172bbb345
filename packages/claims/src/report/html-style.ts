/** Style of the report, light and dark; a mark is underlined and numbered, never told by colour alone. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfcfa; --line: #d5d2cb; --error: #9b1c1c; --warning: #8a5a00; --info: #1f4e79; --mark: #fff1c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16181b; --line: #3a3d42; --error: #ff9b9b; --warning: #f0c36d; --info: #8ec5ff; --mark: #4a3d10; } }
body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: .2rem 0 .4rem; }
.findings { padding-left: 1.5rem; }
.findings li { margin: 1.5rem 0; padding-left: .75rem; border-left: 4px solid var(--info); }
.findings li.error { border-color: var(--error); } .findings li.warning { border-color: var(--warning); }
.findings p { margin: .4rem 0; } .rule, .sources { font-size: .875rem; }
code { font: .8125rem ui-monospace, monospace; color: var(--ink); opacity: .75; overflow-wrap: anywhere; }
.evidence { border: 1px solid var(--line); padding: .4rem .6rem; }
.references li { margin: .4rem 0; overflow-wrap: anywhere; } :target { outline: 2px solid var(--info); outline-offset: 3px; }
li.error .rule { color: var(--error); } li.warning .rule { color: var(--warning); } li.info .rule { color: var(--info); }
blockquote { margin: .4rem 0; font-style: italic; }
.page { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--line); padding-top: 1rem; }
mark { background: var(--mark); color: inherit; text-decoration: underline 2px; }
a { color: inherit; } .failure { color: var(--error); }
@media print { body { max-width: none; } a { text-decoration: none; } }
`;
