namespace Crosscheck.Tests.Articles.Parsing;

/// <summary>Markup for each rule of the HTML standard's tokenizer and tree construction, a case a line; <c>\n</c>, <c>\r</c>, <c>\0</c>, <c>\f</c> and <c>\t</c> stand for those characters.</summary>
internal static class MarkupCases
{
    public static IEnumerable<string> All => Text.Split('\n').Select(l => l.Trim('\r')).Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal))
        .Select(l => l.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\r", "\r", StringComparison.Ordinal).Replace(@"\0", "\0", StringComparison.Ordinal)
            .Replace(@"\f", "\f", StringComparison.Ordinal).Replace(@"\t", "\t", StringComparison.Ordinal));

    private const string Text = """
# Tags and what looks like one
a < b
a <b
a </b
<
</
</>x
</ >x
</1>x
<1>x
<=>x
<>x
<?php echo '>'; ?>x
<!>x
<!x>y
<!-x>y
<p/>x
<p/x>y
<div/>x</div>
<br/>x
<br / >x
<P>x</P>y
<dIv>x</DiV>y
<p\n>x
<p\t\f>x</p\n>y
<p\r\nclass=a>x
<p x=y z>a
<p x='>'>a
<p x=">">a
<p x=a>b>c
<p x=a/>b
<p x=a/ >b
<p x="a"y="b">c
<p x = "a" y = 'b' z = c>d
<p =x>a
<p ==>a
<p x==y>a
<p x=>a
<p x= >a
<p x="a
<p x='a
<p x=a
<p x
<p
</p x='>'>y
<p x='a' x='b' class=c class=d>e
<p "'<>x
<p a/b/c>x
<p /class=a>x
<p <b>x
<a href=a&b=c&amp;d>x</a>
<div class="a>b<c">x
<p>a</p/>b
<x-y>a</x-y>b
<x:y>a</x:y>b
<h1a>x</h1a>y
<é>x
# Comments, declarations, sections
a<!-- b -->c
a<!-->b-->c
a<!--->b-->c
a<!---->b
a<!-- b --!>c
a<!--!>b-->c
a<!-- b -- c -->d
a<!-- <!-- b -->c-->d
a<!-- b
a<!--
a<!-
a<!
<!-- a --><!doctype html><p>b<table>c
a<!-- b --->c
a<!--b<!-->c
a<!-- --x>b-->c
a<![CDATA[b]]>c
<svg><![CDATA[a<b>&amp;c]]></svg>d
<svg><![CDATA[a]]b]]>c</svg>
<svg><![CDATA[a
<math><mi><![CDATA[a<b]]></mi></math>
<svg><desc><![CDATA[a<b>]]></desc></svg>
<!doctype html>x
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><p>a<table><td>b
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><p>a<table><td>b
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><p>a<table><td>b
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "x"><p>a<table><td>b
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><p>a<table><td>b
<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML//EN"><p>a<table><td>b
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><p>a<table><td>b
<!DOCTYPE html SYSTEM "about:legacy-compat"><p>a<table><td>b
<!DOCTYPE html SYSTEM "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"><p>a<table><td>b
<!DOCTYPE svg><p>a<table><td>b
<!DOCTYPE><p>a<table><td>b
<!doctype html ><p>a<table><td>b
<!doctypehtml><p>a<table><td>b
<p>a<table><td>b
<p>a<!doctype html><table>b
<!doctype html x
# Character references
a&amp;b&lt;c&gt;d&quot;e&apos;f
a&ampb
a&amp=b
a&notit;b
a&notin;b
a&not;b
a&noti
a&
a&;b
a& b
a&#65;b
a&#65b
a&#x41;b
a&#X41b
a&#;b
a&#x;b
a&#xg
a&#0;b
a&#128;b&#150;c&#x99;d
a&#129;b
a&#xD800;b
a&#x110000;b
a&#99999999999999999999;b
a&#x1F600;b
a&nbsp;b&nbspc
a&AElig;b&AEligb
a&CounterClockwiseContourIntegral;b
a&NotEqualTilde;b
a&Afr;b
a&foo;b&foobarbazfoobarbazfoobarbazfoobarbaz;c
a&AMP;b&AMPc
a&frac12b&frac14;c&frac
a&lt
a&ltb;
a&gt&lt;
<p title="a&amp;b&lt;c&ampd&amp=e&notit">x
&#32;<p>x
<head>&#32;a
<pre>&#10;a</pre>
# Before, in and behind the head

 
\n\t \f
\0
\0a
a
 a
<p>
<html>
<html lang=a><html lang=b class=c>x
<html>a
<html> <head> <title>a</title> </head> <body> b </body> </html> c
<head>a
<head></head>a
<head></head> a
<head></head> <body>a
<head><p>a
<head><head>a
<head></p>a
<head></br>a
</head>a
</head> a
</br>a
</p>a
</html>a
</body>a
<title>a</title>b
<title>a<b>c</title>d
<title>a</titl>b</title>c
<title>a</title b>c
<title>a</TITLE/>b
<title>a &amp; b &lt;c
<title>\na</title>b
<meta name=a><link rel=b><base href=c>d
<style>a<b></style>c
<style><!--a</style>b-->c
<style>&amp;</style>a
<style>a
<script>a<b></script>c
<script>a</scriptx></script>b
<script><!--a</script>b
<script><!--<script>a</script>b--></script>c
<script><!--<script>a</script>b</script>c
<script><!--<scriptx>a</script>b
<script><!-->a<script></script>b
<script><!--->a<script></script>b
<script><!--<script>a--></script>b
<script><!-- <script> </script x> </script>b
<script><!-- -- <script> - --> <script></script>b
<script>a
<script><!--a
<script>\0a</script>b
<head><noscript><link><style>a</style></noscript>b
<head><noscript>a</noscript>b
<head><noscript><p>a</noscript>b
<head><noscript></br>a
<head><noscript><noscript>a
<head><noscript><head>a
<head><noscript> <meta> </noscript> <title>a</title>
<noscript><img><p>a</noscript>b
<body><noscript>a<b>c</noscript>d
<head></head><title>a</title>b
<head></head><meta><body>b
<head></head><script>a</script> <body>b
<head></head></html> a
<head><style></style><p>a
<head><bgsound><basefont>a
<body>a</body>b
<body>a</body> <!-- b --> c
<body>a</html>b
<body>a</html> b
<body>a</html><p>b
<body>a</body></html></body>b
<body>a</body><p>b</p></body>c
<body>a</body><script>b</script>c
<body><p>a</body>b</p>c
<body class=a>b<body class=c id=d>e
<div><body id=a>b
<body><html lang=a>b
<p>a<head>b
<p>a</head>b
<p>a<title>b</title>c
<p>a<meta>b<link>c
# Paragraphs, headings, blocks
<p>a<p>b
<p>a<div>b</div>c</p>d
<p>a</p></p>b
<div>a</p>b</div>
<p><b>a<p>b
<p>a<h1>b</h1>c
<h1>a<h2>b</h2>c
<h1>a</h2>b
<h1><p>a</h3>b
<h1><div>a</h1>b
<div></h1>a
<p>a<hr>b
<p>a<ul>b</ul>c
<p>a<form>b</form>c
<p>a<pre>b</pre>c
<p>a<main>b<section>c<p>d</main>e
<p>a<address>b</address><aside>c</aside><nav>d</nav>
<p>a<dialog>b</dialog><details><summary>c<p>d</summary>e</details>
<p>a<figure>b<figcaption>c</figure>d
<p>a<blockquote>b<center>c<dir>d<menu>e
<p>a<fieldset>b<legend>c</fieldset>d
<p>a<hgroup><h1>b<h2>c</hgroup>d
<p>a<button>b<p>c</button>d
<button>a<button>b
<button><p>a<button>b</button>c
</div>a
<div>a</span>b</div>c
<div><span>a</div>b</span>c
<div><p>a</div>b
<article><div>a</article>b</div>c
<pre>\na</pre>
<pre>\n\na</pre>
<pre>\r\na</pre>
<pre>\ra</pre>
<pre><b>\na</b></pre>
<listing>\na</listing>
<pre><!-- a -->\nb</pre>
<textarea>\na</textarea>
<textarea>a<b>c</textarea>d
<textarea>a&amp;b</textareax></textarea>c
<textarea>a
<p>a<textarea>b</textarea>c
<p>a<xmp>b<c></xmp>d
<p>a<plaintext>b<c></plaintext>&amp;
<iframe>a<b></iframe>c
<p>a<iframe>b
<noembed>a<b></noembed>c
<p>a<wbr>b<area>c<embed>d<keygen>e<param>f<source>g<track>h
<image>a
<input type=hidden>a<input>b
<p>a</br>b
<marquee>a<p>b</marquee>c
<object><p>a<b>b</object>c
<applet><b>a</applet>b
<b>a<object>b</b>c</object>d
</object>a
<font>a<p>b</font>c
<ruby>a<rt>b<rp>c<rt>d</ruby>e
<ruby>a<rb>b<rtc>c<rt>d<rb>e</ruby>f
<ruby><p>a<rt>b
<rt>a<rp>b
# Lists
<ul><li>a<li>b</ul>c
<ul><li>a<ul><li>b</ul><li>c</ul>
<ul><li><div>a<li>b</ul>
<ul><li><p>a<li>b</ul>
<ul><li><address>a<li>b</ul>
<ul><li><span>a<li>b</ul>
<ul><li><section>a<li>b</ul>
<li>a<li>b
<ul></li>a
<li><ul></li>a
<ul><li><b>a<li>b</ul>
<ul><li>a</ul></li>b
<ol><li>a</li>b<li>c</ol>d
<dl><dt>a<dd>b<dt>c</dl>d
<dl><dd><div>a<dt>b</dl>
<dl><dt><p>a<dd>b</dl>
<dd>a<dd>b</dd>c
<dl><dd><dl><dt>a</dl>b<dd>c</dl>
<dl></dd>a
<p><li>a</li>b
<li><dt>a<li>b
# Formatting elements and the adoption agency
<b>a<i>b</b>c</i>d
<b>a<p>b</b>c</p>d
<b>a<p>b<i>c</b>d</p>e
<p>a<b>b<i>c</p>d
<b><p>a</b>b
<a>a<a>b
<a>a<b>b<a>c
<a>a<div>b<a>c
<a><p>a<a>b
<a><div><p>a</a>b
<a href=1>a<table><a href=2>b</table>c
<a href=1><table><td><a href=2>b</table>c
<a>a</b>c
<b>a</a>c
<b><i><u><s>a</b>b
<b><i><u><s><p>a</b>b
<b><i><u><s><em><p>a</b>b
<b><em><i><tt><u><code><p>a</b>b</p>c
<b><b><b><b>a</b></b></b></b>b
<b><b><b><b><p>a
<font color=a><font color=a><font color=a><font color=a><p>a
<font color=a><font color=b><font color=a><font color=b><font color=a><p>a
<font color=a face=b><font face=b color=a><font color='a' face="b"><font color=a face=b><p>a
<b class=a><b class=b><b class=a><b class=a><b class=a><p>a
<i x=1><i x=1><i x=1><i x=1><p>a
<b><div><b><div><b><div>a</b>b</b>c</b>d
<b><div>a<div>b</b>c</div>d</div>e
<div><b><p>a</div>b
<p><b><i>a</p><p>b</i>c</b>d
<nobr>a<nobr>b
<nobr>a<p>b<nobr>c
<b>a</b></b>b
</b>a
<b>a<button>b</b>c</button>d
<b>a<li>b</b>c
<em><strong>a<div>b</em>c</strong>d</div>
<a><b><div><a>x
<b><a><b><p></a>x
<i>a<b><a>b</i>c</b>d</a>e
<b><table><td></b>a
<u><b><p><i>a</u>b</i>c
<b></p>a</b>
<s><div></s><s></s>a</div>
<b><em><foo><foo><aside></b></em>a
<b><em><foo><foo><foo><aside></b></em>a
<b><p><p><p><p><p><p><p><p><p><p>a</b>b
<b><div><div><div><div><div><div><div><div><div><div>a</b>b
<code>a<pre>b</code>c</pre>d
<tt><big>a<center>b</tt>c
<strike>a<h1>b</strike>c</h1>
<foo>a<bar>b</foo>c
<foo><p>a</foo>b
<foo><foo>a</foo>b</foo>c
<FOO>a</foo>b
# Tables
<table><tr><td>a<td>b<tr><th>c</table>d
<table><td>a</table>
<table>a
<table> a
<table> <tr> <td> a </td> </tr> </table>
<table>a<tr>b<td>c</td>d</tr>e</table>f
<table><tr>a<!-- --> b<td>c
<table> <!-- --> a
<table>&#32;<tr>
<table>a &amp; b<tr>
<table>a<b<tr>
<table><p>a<tr><td>b
<table><b>a<tr><td>b</table>c
<table><b><tr><td>a</b>b</table>c
<table><a>a<tr><td><a>b</table>c
<table><div>a<td>b</div>c</table>d
<table><tr><div>a</div><td>b
<table><caption>a<p>b</caption><tr><td>c
<table><caption>a<tr><td>b
<table><caption>a<table><td>b</table>c</caption>d
<table><caption>a</table>b
<table><caption><b>a</caption>b
<table><col><col><tr><td>a
<table><colgroup><col>a<tr><td>b
<table><colgroup> <col> </colgroup> a
<table><colgroup>a
<table><col>a
<table><colgroup></table>a
<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c</table>
<table><tbody><td>a</tbody>b
<table><tbody></thead>a
<table><tr></tbody>a
<table><tr></table>a
<table><td></tr>a
<table><td></table>a
<table><td>a</th>b
<table><td><p>a</td>b
<table><td><b>a</td>b<td>c
<table><td>a<table><td>b</table>c</table>d
<table><table>a
<table><tr><table>a
<table><tr><td><table>a
<table><td><tr>a
<table><td><tbody>a
<table><td><caption>a
<table><td><col>a
<table></p>a
<table></br>a
<table></div>a
<table></body>a
<table></html>a
<table><tr></body>a
<table><td></body>a
<table><input type=hidden>a
<table><input>a
<table><input type=HIDDEN><tr><td>b
<table><form><tr><td><input></form>a
<table><form>a<form>b</table>
<form><table><form><tr><td>a</form>b
<table><style>a</style><script>b</script><tr><td>c
<table><title>a</title><tr><td>b
<table><select><option>a</select><tr><td>b
<table><img><tr><td>b
<table><h1>a<h2>b</table>c
<table><li>a<li>b</table>c
<table><svg><g>a</svg>b
<table><math><mi>a</math><tr><td>b
<table><tr><svg><desc><td>a
<table><td><svg><desc><td>a
<table><tr><td><svg><title><p>a</table>b
<b><table><tr><td>a</table>b
<b><table>a<tr><td>b</table>c
<p><table>a
<!doctype html><p><table>a
<div><table><p>a</div>b
<table><tr><td></table></table>a
<table><tbody><tr><td>a</table><table><td>b</table>
<td>a
<tr><td>a
<caption>a
<tbody>a
<div><td>a</div>b
<table><thead></tr>a
<table><tr><tr><tr>a
<table><th>a<td>b<th>c
<table><tr><td>a</tr>b<tr><td>c
<table><frame>a
<table><head>a
<table>\0a
<table> \0 <tr>
<table><!-- a -->b<!-- c -->
<table><a><tr><a>a
<table><a>1<p>2</a>3</p>
<table><tr><tr><td><td><span><th><span>X</table>
<a><table><td><a><table></table><a></tr><a></table><b>X</b>C<a>Y
<table><center> <font>a</center> <img> <tr><td> </td> </tr> </table>
<div><table><svg><foreignObject>a<table><td>b
# Forms and choices
<form>a<form>b</form>c
<form><div>a</form>b</div>c
<form><p>a</form>b
</form>a
<div><form></div>a</form>b
<form></form><form>a
<select><option>a<option>b</select>c
<select><optgroup><option>a<optgroup><option>b</select>c
<select>a</select>b
<option>a<option>b
<option>a<p>b
<optgroup>a<option>b<optgroup>c
<select><script>a</script></select>b
<p>a<select><option>b</p></select>c
<label>a<input>b</label>c
# Templates
<template>a</template>b
<template><p>a</template>b
<template><tr><td>a</template>b
<template><td>a<td>b</template>c
<template><col><col>a</template>b
<template><caption>a</template>b
<template><tbody><tr>a</template>b
<template><template>a</template>b</template>c
<head><template>a</template><title>b</title>
<table><template><tr><td>a</template><tr><td>b
<table><tr><template><td>a</template><td>b
<table><colgroup><template>a</template><col>
<template><b>a</template>b
<b><template>a</b>b</template>c
<template>a
<template><div>a</template></div>b
</template>a
<template></p>a</template>b
<template><html class=a><body class=b>c</template>d
<template><form>a</form></template><form>b</form>
<template><script>a</script></template>b
<template><style>a</style>b</template>
<template><tr><div>a</template>b
<template><a><table><a></template>b
<template><svg><template>a</template></svg></template>b
<div><template><div></div></template></div>a
<template><select><option>a</template>b
<template><li>a<li>b</template>c
<body><template></body>a</template>b
<html><head></head><template>a</template> <body>b
# SVG and MathML
<svg>a</svg>b
<svg/>a
<svg><g><path/></g></svg>a
<svg><path>a</svg>b
<svg><title>a<b>c</title></svg>d
<svg><desc><p>a</desc>b</svg>c
<svg><foreignObject><div>a</foreignObject>b</svg>c
<svg><foreignobject><p>a</svg>b
<svg><p>a</svg>b
<svg><div>a
<svg></p>a
<svg></br>a
<svg><font>a</svg>b
<svg><font color=a>b</svg>c
<svg><font size=1>b
<svg><a><b>c</a>d
<svg><script>a<b></script></svg>c
<svg><style>a<b></style></svg>c
<svg><style>a</style>b</svg>c
<svg><title/>a</svg>b
<svg><textarea>a</textarea></svg>b
<svg>\0a</svg>
<svg></g>a</svg>b
<svg><g></svg>a</g>b
<svg></div>a
<div><svg></div>a
<div><svg><g></div>a
<p><svg></p>a
<p><svg><desc></p>a
<b><svg><desc>a</b>b
<svg><desc><svg><p>a
<svg><svg>a</svg>b</svg>c
<svg><math>a</math></svg>b
<svg><image>a</svg>b
<svg><SVG>a</svg>b
<svg><tr><td>a</svg>b
<svg><head>a
<svg><body>a
<svg><table>a
<svg><span>a
<svg><select>a</select></svg>b
<svg><input>a</svg>b
<svg><meta>a
<svg><link>a</svg>b
<svg><br>a
<svg><hr>a
<svg><img>a
<svg><li>a
<svg><h1>a
<svg><ruby>a
<svg><var>a
<svg><u>a
<svg><a>b<a>c</svg>d
<math>a</math>b
<math><mi>a<b>c</mi>d</math>e
<math><mo><p>a</math>b
<math><mtext><mglyph>a</mglyph></mtext></math>b
<math><mi><malignmark/>a</math>b
<math><mrow><p>a
<math><annotation-xml><svg>a</svg></annotation-xml></math>b
<math><annotation-xml><p>a</math>b
<math><annotation-xml encoding=text/html><p>a</annotation-xml>b</math>c
<math><annotation-xml encoding="Application/XHTML+xml"><p>a</math>b
<math><annotation-xml encoding=text/xml><p>a</math>b
<math><annotation-xml><mi>a</math>b
<math><svg>a</math>b
<math><mi><svg><p>a</math>b
<math></p>a
<math><ms>a<table><td>b</math>c
<math><mn><div><math><mi>a</mn>b
<svg><desc><table>a<td>b</svg>c
<svg><title><td>a</svg>b
<table><td><math><mi>a</td>b
<svg><![CDATA[<p>]]><p>a
<a><svg><a>b</svg></a>c
<p>a<svg><foreignObject><p>b</svg>c
<svg><foreignObject><svg><p>a</svg>b
<svg><foreignObject><select><option>a</svg>b
# Line ends and odd characters
a\r\nb\rc
<p>a\r\n</p>\r\nb
a\0b
<p>\0</p>
<title>\0</title>
<textarea>\0a</textarea>
<style>\0</style>
<plaintext>\0a
<p title="a\r\nb\0c">d
\f<p>\f
a\tb\fc
😀<b>😀</b>
<p>\u00AD
""";
}
