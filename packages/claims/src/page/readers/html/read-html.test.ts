import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishPage } from "../../finish-page.ts";
import { sourceSpan } from "../../source-map.ts";
import { readHtml } from "./read-html.ts";

const read = (html: string): string[] => {
  const { blocks, text } = readHtml(html);
  return blocks.map(({ layout, start, end }) => `${layout}: ${text.slice(start, end)}`);
};

describe("the words of an HTML page", () => {
  it.each([
    ["headings and paragraphs", "<h2>Risks</h2><p>Pain.<p>Fever.</p>", ["heading: Risks", "paragraph: Pain.", "paragraph: Fever."]],
    ["white space as browsers do", "<p>  The <b>hip</b>\n\t is  <i> sore </i>. </p>", ["paragraph: The hip is sore ."]],
    ["lists", "<ul><li>Pain<li>Fever<ul><li>High</ul></ul>", ["list-item: Pain", "list-item: Fever", "list-item: High"]],
    [
      "tables",
      "<table><tr><th>Risk<th>Rate<tr><td>Pain<td>1 %</table>",
      ["table-cell: Risk", "table-cell: Rate", "table-cell: Pain", "table-cell: 1 %"],
    ],
    [
      "quotations",
      "<blockquote><p>I walk.</p></blockquote><p>He said <q>I walk</q>.</p>",
      ["quotation: I walk.", "paragraph: He said “I walk”."],
    ],
    ["captions", "<figure><img alt='A scan'><figcaption>The scan.</figcaption></figure>", ["alt-text: A scan", "caption: The scan."]],
    [
      "the title and what search engines are told",
      "<title>Hips &amp; cells</title><meta name=description content='A cure.'>",
      ["meta: Hips & cells", "meta: A cure."],
    ],
    [
      "a description told twice",
      "<meta name=description content='A cure.'><meta property='og:description' content='A cure.'><p>Hi.",
      ["meta: A cure.", "paragraph: Hi."],
    ],
    [
      "words for pictures behind the sentence they stand in",
      "<p>The <img alt='worn hip'> hip.</p>",
      ["paragraph: The hip.", "alt-text: worn hip"],
    ],
    ["no file names", "<img alt='hip_01.jpg'><img alt=''><p>Hi.", ["paragraph: Hi."]],
    ["entities", "<p>5&nbsp;&lt; 6 &copy2 &#8217;s &notin x</p>", ["paragraph: 5\u00a0< 6 ©2 ’s ¬in x"]],
    [
      "no scripts, styles or hidden words",
      "<script>a</script><style>b</style><template>c</template><noscript>d</noscript><p hidden>e<p>f",
      ["paragraph: f"],
    ],
    [
      "no words hidden by style or from readers",
      "<p style='color:red; display : none'>a</p><p aria-hidden=true>b</p><div hidden=until-found>c</div>",
      ["paragraph: c"],
    ],
    [
      "no words too small, too faint or too far to be seen",
      "<p style='font-size:0'>a</p><p style='opacity: 0.0;'>b</p><p style='position:absolute;left:-9999px'>c</p><p style='text-indent:-1000px'>d</p><p style='font:0/0 a'>e</p><p style='left:-99em'>f</p><p style='left:-20px;opacity:0.5'>g</p>",
      ["paragraph: g"],
    ],
    [
      "words for pictures that stand among them",
      "<h1 style='text-indent:-9999px'>Acme<img alt='A worn hip'></h1><p>Hi.",
      ["alt-text: A worn hip", "paragraph: Hi."],
    ],
    [
      "words that are made larger again, fade in or slide by",
      "<ul style='font-size:0'><li style='font-size:16px'>a<li style='font-size:2em'>b</ul><p style='opacity:0;transform:translateY(20px)'>c</p><div class=slick-track style='left:-2400px'>d</div>",
      ["list-item: a", "paragraph: c", "paragraph: d"],
    ],
    ["no navigation", "<nav><a>Home</a></nav><div role=navigation>x</div><p>Hi.", ["paragraph: Hi."]],
    ["no menus made of lists", "<ul><li><a>Home</a><li><a>Team</a><li><a>Contact us</a></ul><p>Hi.", ["paragraph: Hi."]],
    [
      "no links of the footer, but its words",
      "<footer><p><a>Home</a></p><p>Results may vary.</p></footer>",
      ["paragraph: Results may vary."],
    ],
    [
      "no form controls",
      "<form><p>Ask us.</p><label>Name</label><input value=x><select><option>a</select><button>Send</button></form>",
      ["paragraph: Ask us."],
    ],
    ["buttons that ask", "<button>Is it safe?</button><div>No.</div>", ["paragraph: Is it safe?", "paragraph: No."]],
    [
      "buttons that say something",
      "<p>Hi.</p><button>Book today and save 20%</button><input type=submit value='Claim &amp; save'><button>Menu</button><input type=text value='Ana Ruiz'>",
      ["paragraph: Hi.", "caption: Book today and save 20%", "caption: Claim & save"],
    ],
    [
      "no hidden buttons",
      "<input type=button value='Book now' hidden><button style='display:none'>Book now</button><p>Hi.",
      ["paragraph: Hi."],
    ],
    ["a heading that is a button", "<h3><button>Our promise</button></h3><p>Hi.", ["heading: Our promise", "paragraph: Hi."]],
    [
      "what unfolds under its summary",
      "<details><summary>Less pain</summary>It may.</details>",
      ["paragraph: Less pain", "paragraph: It may."],
    ],
    [
      "answers that unfold",
      "<div role=tablist><div class=faq-a style='display:none'>No.</div><div role=tabpanel hidden>Yes.</div></div>",
      ["paragraph: No.", "paragraph: Yes."],
    ],
    [
      "bold lines as headings",
      "<p><strong>Our promise</strong></p><p><b>It hurts.</b></p><p><b>It</b> hurts</p>",
      ["heading: Our promise", "paragraph: It hurts.", "paragraph: It hurts"],
    ],
    ["line breaks", "<p>Less pain.<br>More sleep.<br>and rest</p>", ["paragraph: Less pain.", "paragraph: More sleep. and rest"]],
    ["broken headings", "<h1>Stem cells<br>For hips</h1>", ["heading: Stem cells For hips"]],
    ["two breaks", "<div>one thing<br><br>another thing</div>", ["paragraph: one thing", "paragraph: another thing"]],
    ["kept space", "<pre>a\n  b</pre>", ["paragraph: a\n  b"]],
    [
      "code as such",
      "<pre>\n<code>a\n  b</code></pre><pre class='highlight js'>x</pre><p>Set <code>y</code>.",
      ["code: \na\n  b", "code: x", "paragraph: Set y."],
    ],
    ["broken tags", "<p>It <b>works<p>well</i> and</b> long</div> so", ["paragraph: It works", "paragraph: well and long so"]],
    ["crossing tags", "<div hidden><b>a</div></b><p>b</p>", ["paragraph: b"]],
    ["an end tag inside a cell", "<div><table><tr><td>a</div></td><td>b</table></div>", ["table-cell: a", "table-cell: b"]],
    ["text without any tag", "Just words", ["paragraph: Just words"]],
    ["an open tag at the end", "<p>Hi.</p><a href='x", ["paragraph: Hi."]],
  ])("read: %s", (_, html, wanted) => expect(read(html)).toEqual(wanted));

  it("are read from structured data, once", () => {
    const data = JSON.stringify({
      "@type": "FAQPage",
      description: 'It cures "all" hips.\n<b>Now</b>.',
      mainEntity: [{ name: "Is it safe?", acceptedAnswer: { text: "Yes, \u00e9 always." } }],
      headline: "Hi.",
      url: "https://example.org",
    });
    expect(read(`<script type="application/ld+json">${data}</script><p>Hi.</p>`)).toEqual([
      'structured-data: It cures "all" hips. Now .',
      "structured-data: Is it safe?",
      "structured-data: Yes, é always.",
      "paragraph: Hi.",
    ]);
  });

  it("are read from structured data between the marks of old pages", () => {
    expect(read('<script type="application/ld+json">\n//<![CDATA[\n{"text": "It cures."}\n//]]>\n</script>')).toEqual([
      "structured-data: It cures.",
    ]);
  });

  it("say when structured data cannot be read", () => {
    expect(readHtml('<script type="application/ld+json">{"description": </script>').warnings).toEqual([
      { code: "unreadable-structured-data" },
    ]);
  });

  it("know their table, their title and their language", () => {
    const page = finishPage(readHtml("<html lang=es><title>Hola</title><table><tr><th>A<th>B<tr><td colspan=2>c<tr><td>d<td><p>e</table>"));
    expect([page.title, page.language]).toEqual(["Hola", "es"]);
    expect(page.blocks.filter(({ cell }) => cell).map(({ cell }) => [cell!.row, cell!.column, cell!.header])).toEqual([
      [0, 0, undefined],
      [0, 1, undefined],
      [1, 0, 1],
      [2, 0, 1],
      [2, 1, 2],
    ]);
  });

  it("know what their markup says they are for", () => {
    const html = "<p>x</p><div class='testimonial-card'><p>I am well after my hip treatment.</p></div><div id=disclaimer>Ask first.</div>";
    expect(finishPage(readHtml(html)).blocks.map(({ kind }) => kind)).toEqual(["paragraph", "testimonial", "disclaimer"]);
  });
});

describe("pages made to break a reader", () => {
  const DEEP = 100_000;
  const MANY = 20_000;

  it.each([
    ["nested blocks", `${"<div>".repeat(DEEP)}deep${"</div>".repeat(DEEP)}`],
    ["nested blocks never closed", `${"<div>".repeat(DEEP)}deep`],
    ["nested tables", `${"<table><tr><td>".repeat(MANY)}deep`],
    ["nested running text, closed the wrong way round", `${"<i>".repeat(MANY)}deep${"</b>".repeat(MANY)}`],
    ["end tags of nothing", `deep${"</div></td></p>".repeat(MANY)}`],
    ["nested lists", `${"<ul><li>".repeat(MANY)}deep${"</ul>".repeat(MANY)}`],
    ["attributes without end", `<p ${"a=b ".repeat(MANY)}>deep`],
    ["nested quotations", `${"<blockquote>".repeat(MANY)}deep`],
  ])("are read: %s", (_, html) => {
    const { blocks, text } = readHtml(html);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(["deep"]);
  });
});

describe("the way back to the page", () => {
  const back = (html: string, words: string): string => {
    const { text, offsets } = readHtml(html);
    const start = text.indexOf(words);
    const span = sourceSpan(offsets, { start, end: start + words.length });
    return html.slice(span.start, span.end);
  };

  it.each([
    ["<p>The hip &amp; the knee.</p>", "hip & the", "hip &amp; the"],
    ["<p>The <b>worn</b> hip.</p>", "The worn", "The <b>worn"],
    ["<p>The\n   hip.</p>", "The hip", "The\n   hip"],
    ["<p>caf&eacute;</p>", "é", "&eacute;"],
    ["<p>&lt;&gt;&#x1F600;!</p>", ">😀", "&gt;&#x1F600;"],
    ["<img alt='a &quot;cure&quot; now'>", '"cure"', "&quot;cure&quot;"],
    ["<img alt='&quot;&amp;cure'>", "cure", "cure"],
    ['<meta name=description content="caf&eacute; open">', "é open", "&eacute; open"],
    ['<script type="application/ld+json">{"text":"a \\"cure\\" \\u00e9n"}</script>', '"cure" é', '\\"cure\\" \\u00e9'],
  ])("%s: %s", (html, words, wanted) => expect(back(html, words)).toBe(wanted));

  it("holds for every character of every page", () => {
    const part = fc.constantFrom(
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "&amp;",
      "&lt",
      "&eacute;",
      "&nbsp;",
      "&#65;",
      " ",
      "\n",
      "hip",
      "é",
      "<br>",
      "<li>",
      "</ul>",
      "<td>",
      "<table>",
      "</table>",
      "<img alt='a&amp;b'>",
      "<q>",
      "</q>",
      "<",
      "&",
      "<!-- x -->",
      "<h1>",
      "</div>",
      "<div hidden>",
      "<nav>",
      "</nav>",
      "<script>",
      "</script>",
      "<title>",
      "</title>",
      "<pre>",
      "</pre>",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const html = parts.join("");
        const { text, blocks, offsets } = readHtml(html);
        let at = 0;
        for (const run of offsets.runs) {
          expect(run.text).toBe(at);
          at += run.textLength;
          const words = text.slice(run.text, at);
          const source = html.slice(run.source, run.source + run.sourceLength);
          if (run.textLength === run.sourceLength) expect(source.replace(/\s/g, " ")).toBe(words.replace(/\s/g, " "));
          else if (run.sourceLength > 0) expect(source).toMatch(/^&|^\s+$/);
          else expect(words).toMatch(/^\s+$|^[“”]$/);
        }
        expect(at).toBe(text.length);
        for (const { start, end } of blocks) expect(text.slice(start, end).trim()).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

it("knows which words lead to a paper, by their place in the source", () => {
  const html =
    '<p>See <a href="/about">us</a>, <a href="https://doi.org/10.1000%2Fx.1">a &amp; b</a> and <a href="https://pubmed.ncbi.nlm.nih.gov/123456/"><img src=x></a><a href="https://pubmed.ncbi.nlm.nih.gov/654321/">c';
  const { links = [] } = finishPage(readHtml(html));
  expect(links.map(({ start, end, address }) => [html.slice(start, end).replace(/^.*>/s, ""), address])).toEqual([
    ["a &amp; b", "https://doi.org/10.1000/x.1"],
    ["c", "https://pubmed.ncbi.nlm.nih.gov/654321/"],
  ]);
});
