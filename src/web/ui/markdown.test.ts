import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('renderMarkdown', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event attribute', '<img src=x onerror=alert(1)>'],
    ['an event on an allowed tag', '<p onclick="alert(1)">x</p>'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link in disguise', '[x](java&#115;cript:alert(1))'],
    ['a javascript link with a tab', '[x](java\tscript:alert(1))'],
    ['a data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a vbscript link', '<a href="VBSCRIPT:x">x</a>'],
    ['an inline style', '<p style="position:fixed;inset:0">x</p>'],
    ['a style sheet', '<style>body{display:none}</style>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>'],
    ['a form', '<form action="https://evil.example"><input name=password></form>'],
    ['an object', '<object data="x.swf"></object><embed src=x>'],
    ['an svg', '<svg><script>alert(1)</script><a href="javascript:1">x</a></svg>'],
    ['a base', '<base href="https://evil.example">'],
    ['a meta refresh', '<meta http-equiv=refresh content="0;url=https://evil.example">'],
    ['a picture that tells who reads', '![x](https://evil.example/pixel.gif)'],
    ['a class of ours', '<p class="btn btn-primary" id="main">Sign in</p>'],
    ['broken markup', '<p <a href="x" onmouseover=alert(1) ">'],
    ['maths that mutates', '<math><mtext><table><mglyph><style><img src=x onerror=1>'],
  ])('lets no %s through', (_name, source) => {
    const html = renderMarkdown(source);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).toMatch(
        /^<(?:h[3-6]|p|br|hr|blockquote|ul|ol|li|strong|em|del|code|pre|a|table|thead|tbody|tr|th|td)(?: (?:href="[^"]*"|rel="nofollow ugc noopener"|start="\d+"))* ?\/?>$/,
      );
      expect(tag).not.toMatch(/href="\s*(?:javascript|data|vbscript):/i);
    }
  });

  it('keeps what members need', () => {
    const html = renderMarkdown('# Head\n\n- **a**\n\n1. b\n\n|x|y|\n|-|-|\n|1|2|\n\n`c` ~~d~~');
    for (const tag of ['h3', 'ul', 'strong', 'ol', 'table', 'code', 'del']) {
      expect(html).toContain(`<${tag}>`);
    }
  });

  it('marks every link as a stranger', () => {
    expect(renderMarkdown('https://plans.example')).toContain('rel="nofollow ugc noopener"');
  });

  it.each(['[', '*', '**a', '> ', '- ', '1. ', 'a|\n-|-\n', '<a ', '`a', '&#'])(
    'answers, and does not break, for endless %j',
    (part) => {
      const html = renderMarkdown(part.repeat(20_000 / part.length));
      expect(html.length).toBeGreaterThan(0);
    },
  );

  it('shows text that is nested too deep as it was written', () => {
    const html = renderMarkdown(`${'> '.repeat(5_000)}<img src=x onerror=alert(1)>`);
    expect(html).toContain('&gt; &gt;');
    expect(html).not.toContain('<img');
  });
});
