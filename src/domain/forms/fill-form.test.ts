import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { expect, it } from 'vitest';
import { safeAddress } from './address.ts';
import { cleanHtml } from './clean-html.ts';
import { brokenAddresses, fillForm } from './fill-form.ts';
import { frameDocument } from './frame-document.ts';
import { parseForm } from './parse-form.ts';
import type { DescribedForm, HtmlForm } from './task-form.ts';

const asked = [{ kind: 'text', name: 'a', label: 'What is ${thing}?', hint: '${ hint }' }];
const options = { action: '/task-frame/t/answer', send: 'Send', title: 'A task' };

it('puts values in as text, and marks Markdown for later', () => {
  const form = described({
    instructions: '*${thing}*',
    show: [
      { kind: 'heading', text: '${thing} & ${none}' },
      { kind: 'image', url: '${url}', alt: '${thing}' },
    ],
    fields: asked,
  });
  const filled = fillForm(form, {
    thing: '<b>${hint}</b>',
    url: 'https://a.example/1.png',
    hint: 'h',
  });
  expect(filled.fields[0]).toMatchObject({ label: 'What is <b>${hint}</b>?', hint: 'h' });
  expect(filled.show).toEqual([
    { kind: 'heading', text: '<b>${hint}</b> & ' },
    { kind: 'image', url: 'https://a.example/1.png', alt: '<b>${hint}</b>' },
  ]);
  expect(filled.instructions?.values).toEqual(['<b>${hint}</b>']);
  expect(filled.instructions?.markdown).not.toContain('<b>');
});

it.each([
  ['${u}', 'https://a.example/x y?b=c#d', 'https://a.example/x%20y?b=c#d'],
  ['${u}', 'http://a.example', 'http://a.example/'],
  ['${u}', '/files/0198-a/photo.png', '/files/0198-a/photo.png'],
  ['${u}', '/samples/tree.svg', '/samples/tree.svg'],
  ['https://a.example/${u}.png', 'sub dir/a?b#c%', 'https://a.example/sub%20dir/a%3Fb%23c%25.png'],
  ['https://a.example/?q=${u}&z=1', 'a&b=c', 'https://a.example/?q=a%26b%3Dc&z=1'],
  ['https://${u}/x', 'a.example', 'https://a.example/x'],
  ['${u}', 'javascript:alert(1)', null],
  ['${u}', ' JaVaScRiPt:alert(1)', null],
  ['${u}', 'java\nscript:alert(1)', null],
  ['${u}', 'data:text/html,<script>alert(1)</script>', null],
  ['${u}', 'file:///etc/passwd', null],
  ['${u}', '//evil.example/x', null],
  ['${u}', '/\\evil.example', null],
  ['${u}', '/sign-out', null],
  ['${u}', '/files/../sign-out', null],
  ['${u}', '/files/a?x=1', null],
  ['${u}', 'https://user:word@a.example/', null],
  ['java${u}', 'script:alert(1)', null],
  ['${u}', '', null],
])('an address %s of %j is %s', (url, u, expected) => {
  const form = described({ show: [{ kind: 'link', url, label: 'L' }], fields: asked });
  expect(fillForm(form, { u }).show[0]).toMatchObject({ url: expected });
  expect(brokenAddresses(form, { u })).toEqual(expected === null ? ['u'] : []);
});

it('never makes an address of a value that a page could run', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.string(), (url, text) => {
      for (const given of [url, text, url + text, text + url]) {
        const address = safeAddress(given);
        if (address !== null) expect(address).toMatch(/^(?:https?:\/\/|\/(?:files|samples)\/)/);
      }
    }),
  );
});

it('takes out of HTML what acts by itself', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>',
    '<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">',
    '<base href="https://evil.example"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><a href="javascript:alert(1)">a</a>',
    '<a href="//evil.example" target="_top">b</a><form action="https://evil.example" target="_top">',
    '<button formaction="https://evil.example">c</button></form><noscript><p title="</noscript>">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>',
  ].join('');
  const html = cleanHtml(hostile, false);
  expect(html).not.toMatch(/<(?:script|svg|math|iframe|object|embed|base|meta|link|noscript)\b/i);
  expect(html).not.toMatch(/\son\w+=|javascript:|target=|formaction=|evil\.example/i);
});

it('keeps forms, tables, styles and media', () => {
  const html = [
    '<style>p > b { color: red; }</style><table border="1"><tr><td colspan="2">x</td></tr></table>',
    '<select name="s" required><option value="">none</option><option selected>y</option></select>',
    '<audio controls src="https://a.example/x.mp3"></audio><p style="color: red" data-x="1">z</p>',
    '<textarea name="t" rows="3">a &lt;b></textarea><input type="radio" name="r" value="1" checked>',
  ].join('');
  const kept = cleanHtml(html, false);
  for (const part of ['p > b { color: red; }', 'colspan="2"', 'value=""', 'required', 'controls']) {
    expect(kept).toContain(part);
  }
  for (const part of ['style="color: red"', 'a &lt;b&gt;', 'checked', '<audio', 'data-x="1"']) {
    expect(kept).toContain(part);
  }
});

it.each([
  ['<p>${v}</p>', '<b>"\'&', '<p>&lt;b&gt;&quot;&#39;&amp;</p>'],
  ['<p title=${v}>', 'x onclick=alert(1)', '<p title="x onclick=alert(1)">'],
  ['<p title="${v}">', '"><script>', '<p title="&quot;&gt;&lt;script&gt;">'],
  ['<a href="${v}">', 'javascript:alert(1)', '<a href="">'],
  ['<img src="https://a.example/${v}">', '"1".png', '<img src="https://a.example/%221%22.png" />'],
  [
    '<p style="color: ${v}">',
    'red; x: url(y)',
    '<p style="color: red\\3b \\20 x\\3a \\20 url\\28 y\\29 ">',
  ],
  ['<textarea name="t">${v}</textarea>', '</textarea><b>', '&lt;/textarea&gt;&lt;b&gt;</textarea>'],
  ['<p ${v}>x</p>', 'onclick=alert(1)', '<p>x</p>'],
  ['<${v}>x', 'script', 'answer">x<p><button'],
])('HTML %s of %j has %s', (html, v, expected) => {
  const text = frameDocument(free(html), { v }, options);
  expect(text).toContain(expected);
});

it('puts values into scripts as parts of strings, and leaves JavaScript alone', () => {
  const html = '<script>const a = "${v}", b = `${c}`;</script><p onclick="f(\'${v}\')">x</p>';
  const text = frameDocument(free(html, true), { v: '"</script>\n\\\'é🐚' }, options);
  const script = /<script>(.*)<\/script>/.exec(text)?.[1] ?? '';
  expect(script).toContain('`${c}`');
  const c = 'kept';
  expect(new Function('c', `${script}; return [a, b]`)(c)).toEqual(['"</script>\n\\\'é🐚', 'kept']);
  expect(text).toContain(`onclick="f('\\u0022\\u003c`);
});

it('sends every form to us, and gives one to what has none', () => {
  const bare = frameDocument(free('<input name="a">'), {}, options);
  expect(bare).toContain('<form method="post" action="/task-frame/t/answer"><input name="a" />');
  expect(bare).toContain('<button type="submit">Send</button></p></form>');
  const led = frameDocument(
    free('<form action="https://evil.example" method="get">', true),
    {},
    options,
  );
  expect(led).toContain('<form method="post" action="/task-frame/t/answer">');
  const own = frameDocument(free('<form><button>Go</button></form>'), {}, options);
  expect(own).not.toContain('Send');
  expect(own.match(/<form/g)).toHaveLength(1);
});

const places = [
  '<p>${v}</p>',
  '<p title="${v}">x</p>',
  "<p title='${v}'>x</p>",
  '<p title=${v}>x</p>',
]
  .concat(['<a href="${v}">x</a>', '<b style="color:${v}">x</b>', '<style>p{color:${v}}</style>'])
  .concat(['<textarea name="t">${v}</textarea>', '<select><option>${v}</option></select>']);
const nasty = fc.string({
  unit: fc.constantFrom(
    ...'<>"\'&;/\\`=(){}: \n\tabj',
    '</style>',
    '<script>',
    'javascript:',
    '-->',
  ),
  maxLength: 20,
});

it('gives a value no way to become markup, wherever it stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), nasty, (html, v) => {
      expect(shape(frameDocument(free(html), { v }, options))).toEqual(
        shape(frameDocument(free(html), { v: 'plain' }, options)),
      );
    }),
  );
});

/** The elements of a document and the names of their attributes. */
function shape(html: string): string[] {
  const seen: string[] = [];
  sanitizeHtml(html, {
    onOpenTag: (name, attributes) => seen.push(`${name} ${Object.keys(attributes).join(' ')}`),
  });
  return seen;
}

function described(form: object): DescribedForm {
  return parseForm({ kind: 'form', ...form }) as DescribedForm;
}

function free(html: string, scripts = false): HtmlForm {
  return parseForm({ kind: 'html', html, scripts }) as HtmlForm;
}
