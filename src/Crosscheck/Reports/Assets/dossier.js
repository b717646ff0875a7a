// Comfort only: every part of the page reads and works without it.
'use strict';
(function () {
  var key = 'crosscheck-theme';

  // Remember the choice of light or dark; a browser may refuse to keep it.
  function kept(value) {
    try {
      if (value) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch (refused) {
      return null;
    }
  }

  var chosen = document.getElementById('theme-' + kept());
  if (chosen) chosen.checked = true;
  document.querySelectorAll('input[name=theme]').forEach(function (radio) {
    radio.addEventListener('change', function () { kept(radio.value); });
  });

  // Copy a line with its quotation, speaker, outlet, day, address and offsets.
  function select(node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(text, button, node) {
    function done(words) {
      button.textContent = words;
      setTimeout(function () { button.textContent = 'Copy'; }, 1500);
    }
    function byHand() {
      node.parentElement.open = true;
      select(node);
      done(document.execCommand('copy') ? 'Copied' : 'Selected');
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(function () { done('Copied'); }, byHand);
    else byHand();
  }

  document.querySelectorAll('details.cite').forEach(function (details) {
    var node = details.querySelector('.cited');
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', details.querySelector('summary').getAttribute('aria-label').replace('Cite', 'Copy'));
    button.addEventListener('click', function () { copy(Array.from(node.children, function (line) { return line.textContent; }).join('\n'), button, node); });
    details.after(button);
  });

  // Filter the ledger by any word of a line.
  document.querySelectorAll('input[data-filter]').forEach(function (input) {
    var ledger = document.getElementById(input.dataset.filter);
    var claims = Array.from(ledger.querySelectorAll('.claim'));
    var status = ledger.querySelector('.matches');
    input.closest('.filter').hidden = false;
    input.addEventListener('input', function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      claims.forEach(function (claim) {
        var text = claim.textContent.toLowerCase();
        claim.hidden = !words.every(function (word) { return text.includes(word); });
        if (!claim.hidden) shown++;
      });
      if (words.length) ledger.querySelectorAll('details.rest').forEach(function (rest) { rest.open = true; });
      status.textContent = words.length ? ' ' + shown + ' of ' + claims.length : '';
    });
  });

  // Sort a table by a column: up, down, and back to how it was printed. Cells without a key ("not said") stay last.
  function absent(value) {
    return value === undefined || value === '';
  }

  function compare(a, b) {
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  }

  document.querySelectorAll('table.sorts').forEach(function (table) {
    var body = table.tBodies[0];
    var printed = Array.from(body.rows);
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var keyed = printed.some(function (row) { return row.cells[column].dataset.key; });
      function key(row) {
        var cell = row.cells[column];
        var value = keyed ? cell.dataset.key : cell.textContent.trim();
        return keyed && value && !isNaN(value) ? Number(value) : value;
      }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', function () {
        var way = { ascending: 'descending', descending: '' }[head.getAttribute('aria-sort')];
        if (way === undefined) way = 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        if (way) head.setAttribute('aria-sort', way);
        var rows = printed.slice();
        if (way) {
          rows.sort(function (a, b) {
            var x = key(a), y = key(b);
            if (absent(x) !== absent(y)) return absent(x) ? 1 : -1;
            return way === 'ascending' ? compare(x, y) : compare(y, x);
          });
        }
        body.append.apply(body, rows);
      });
    });
  });

  // Point at a name: all other places that mean the same actor light up.
  var lit = [];
  function light(event) {
    var named = event.target.closest && event.target.closest('[data-actor]');
    lit.forEach(function (node) { node.classList.remove('lit'); });
    lit = named ? Array.from(document.querySelectorAll('[data-actor="' + CSS.escape(named.dataset.actor) + '"]')) : [];
    lit.forEach(function (node) { node.classList.add('lit'); });
  }
  document.addEventListener('pointerover', light);
  document.addEventListener('focusin', light);

  // A link into a folded article unfolds it.
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    if (target) target.scrollIntoView();
  }
  addEventListener('hashchange', unfold);
  if (location.hash) unfold();
})();
