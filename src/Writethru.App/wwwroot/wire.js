// What a page does beyond showing itself: it lives (server-sent events), and it has keys. Without this script every
// page still shows everything; a reload shows what is new. The page sets data-stream on <body>: "open" or "broken".

const body = document.body;
const rows = document.getElementById('rows');
const pill = document.getElementById('pill');
const page = document.getElementById('main');
const find = id => document.getElementById(id);

/** Beyond this many new stories a fresh page is cheaper, and no row can be missed. */
const MOST_NEW = 60;
/** A list that has lived this long begins anew, when nobody is reading it. */
const MOST_ROWS = 400;
const RETRY_MS = 5000;

// ---- the stream -------------------------------------------------------------------------------------------------

let source = null;
let last = body.dataset.after;
let retry = 0;

function open() {
  close();
  source = new EventSource('/v1/live?after=' + encodeURIComponent(last));
  source.onopen = () => show('open', 'Live');
  source.onerror = () => {
    show('broken', 'Live stream broken, trying again');
    // The browser itself tries again, but gives up for good after an answer that is no stream.
    if (source.readyState === EventSource.CLOSED)
      retry = setTimeout(open, RETRY_MS);
  };
  for (const kind of ['take', 'kill', 'hold', 'gap']) {
    source.addEventListener(kind, event => {
      last = event.lastEventId;
      const item = JSON.parse(event.data);
      react[kind](item);
      if (kind === 'kill' || kind === 'hold' || item.cause === 'release')
        showAsked();
    });
  }
}

function close() {
  clearTimeout(retry);
  source?.close();
  source = null;
  delete body.dataset.stream;
}

function show(state, words) {
  body.dataset.stream = state;
  find('state').textContent = words;
  if (state === 'broken')
    find('count').textContent = words;
}

// ---- what came in -----------------------------------------------------------------------------------------------

/** Stories that moved and are not on the page yet, each with the state that its row will have. */
const fresh = new Map();
let shown = body.dataset.after;
let paused = false;
let busy = false;
/** Whether a mouse points at the list. A touch leaves :hover behind and must not count. */
let isPointedAt = false;

const rowOf = story => rows?.querySelector(`[data-story="${CSS.escape(story)}"]`);
const stateOf = item => item.pending ? `${item.take} pending` : `${item.take}`;

/** Whether a row shows what an event tells, or something newer: rows may have been read after it happened. */
function isShown(row, item) {
  const [number, pending] = (row?.dataset.state ?? '0').split(' ');
  return Number(number) > item.take || (Number(number) === item.take && (!pending || Boolean(item.pending)));
}

const react = {
  take(item) {
    if (rows && !isShown(rowOf(item.story), item))
      arrive(item.story, stateOf(item), false);
    else if (item.story === page.dataset.story)
      announce(`Take ${item.take} is in`);
  },

  // Dead text goes at once, whatever else the reader does; the notice takes its place when it is here.
  kill(item) {
    stop(item, 'Killed. Do not use. Remove everywhere.', 'This story was killed. Do not use it.');
  },

  hold(item) {
    stop(item, 'On hold. Do not use for now.', 'This story is on hold. Do not use it until it is released.');
  },

  gap() {
    if (rows && !rows.querySelector('.gap'))
      rows.prepend(gapRow());
    else if (!rows)
      announce('The live stream had a gap: load the story anew');
  },
};

function stop(item, words, sentence) {
  if (!rows)
    return stopPage(item.story, sentence);
  const row = rowOf(item.story);
  if (isShown(row, item))
    return;
  if (row) {
    bury(row, item, words);
    fetchRows('story=' + item.story).then(({ found }) => found[0] && replace(rowOf(item.story), found[0]), () => {});
  }
  arrive(item.story, stateOf(item), item.cause !== 'hold');
}

function arrive(story, state, isKill) {
  fresh.set(story, { state, isKill });
  if (isCalm() && (pill.hidden || !pill.matches(':hover, :focus')))
    put(false);
  else
    announceCount();
}

/** Whether rows may move by themselves: nobody has scrolled away, points at the list, or stands in it. */
function isCalm() {
  return !paused && !isPointedAt && window.scrollY < 8 && !rows.contains(document.activeElement);
}

/** Puts what is new on top. Asked for by the reader, or by itself if the page is still calm when the rows are here. */
async function put(isAsked) {
  if (busy)
    return;
  if (fresh.size > MOST_NEW || (!isAsked && rows.children.length > MOST_ROWS))
    return location.assign('/');
  busy = true;
  const wanted = new Map(fresh);
  try {
    const { found, cursor } = await fetchRows('after=' + encodeURIComponent(shown));
    for (const story of wanted.keys()) {
      if (!found.some(row => row.dataset.story === story))
        found.push(...(await fetchRows('story=' + story)).found);
    }
    if (isAsked || isCalm())
      place(found, cursor, wanted, isAsked);
    announceCount();
  } catch {
    announceCount();
  } finally {
    busy = false;
  }
  if (fresh.size > 0 && [...fresh].some(([story, is]) => wanted.get(story) !== is) && isCalm())
    put(false);
}

function place(found, cursor, wanted, isAsked) {
  for (const row of [...found].reverse()) {
    rowOf(row.dataset.story)?.remove();
    row.classList.add('fresh');
    rows.prepend(row);
  }
  shown = cursor;
  for (const [story, is] of wanted) {
    if (fresh.get(story) === is)
      fresh.delete(story);
  }
  find('empty')?.remove();
  if (isAsked) {
    window.scrollTo(0, 0);
    rows.querySelector('h2 a')?.focus();
  }
}

async function fetchRows(query) {
  // Whoever has no rights any more is sent to the sign-in page, which must not end up in the list.
  const answer = await fetch('/rows?' + query, { redirect: 'error' });
  if (!answer.ok)
    throw new Error(`Rows answered ${answer.status}`);
  const box = document.createElement('template');
  box.innerHTML = await answer.text();
  return { found: [...box.content.querySelectorAll('li')], cursor: answer.headers.get('Writethru-Cursor') };
}

function bury(row, item, words) {
  row.className = 'kill';
  row.dataset.state = stateOf(item);
  const link = row.querySelector('h2 a');
  link.textContent = words;
  link.parentElement.removeAttribute('lang');
  for (const rest of row.querySelectorAll('.facts, .ours, .notice'))
    rest.remove();
}

function replace(row, by) {
  if (!row)
    return;
  const hadFocus = row.contains(document.activeElement);
  row.replaceWith(by);
  if (hadFocus)
    by.querySelector('h2 a').focus();
}

function stopPage(story, sentence) {
  if (story !== page.dataset.story)
    return;
  const notice = document.createElement('h1');
  notice.textContent = sentence;
  page.replaceChildren(notice);
  location.reload();
}

function gapRow() {
  const row = document.createElement('li');
  row.className = 'gap';
  row.append('The live stream had a gap here: stories may be missing. ',
    Object.assign(document.createElement('a'), { href: '/', textContent: 'Reload' }));
  return row;
}

function announceCount() {
  const kills = [...fresh.values()].filter(is => is.isKill).length;
  announce(fresh.size === 0 ? '' : `${fresh.size} new${kills ? `, ${kills} killed` : ''}`);
}

function announce(words) {
  pill.hidden = words === '';
  if (pill.textContent === words)
    return;
  pill.textContent = words;
  find('count').textContent = words;
}

// ---- kills that wait for a second, on the desk's page ------------------------------------------------------------

const asked = find('asked');
/** One that is asked for a story on hold, or ended elsewhere, moves nothing in the stream: so the page asks as well. */
const ASK_MS = 60000;

async function showAsked() {
  if (!asked)
    return;
  try {
    const answer = await fetch('/kills', { redirect: 'error' });
    const now = await answer.text();
    if (answer.ok && now !== asked.dataset.shown)
      asked.innerHTML = asked.dataset.shown = now;
  } catch {
    // What is shown stays; a broken stream is told by the bar on top.
  }
}

// ---- keys -------------------------------------------------------------------------------------------------------

const sheet = find('sheet');
const keysOn = find('keys-on');
const KEYS = 'writethru.keys';

const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => pill.hidden || pill.click(),
  p: () => find('pause').hidden || find('pause').click(),
  u: () => location.assign('/'),
  '?': () => sheet.open ? sheet.close() : sheet.showModal(),
};

function step(by) {
  const stops = [...document.querySelectorAll('#rows h2 a, .take > header h2 a')];
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by;
  stops[Math.max(0, Math.min(stops.length - 1, next))]?.focus();
}

function onKey(event) {
  const isTyping = event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  if (!keysOn.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return;
  if (!Object.hasOwn(keys, event.key) || (sheet.open && event.key !== '?'))
    return;
  event.preventDefault();
  keys[event.key]();
}

// ---- start ------------------------------------------------------------------------------------------------------

function start() {
  find('tools').hidden = false;
  find('pause').hidden = !rows;
  find('pause').addEventListener('click', event => {
    paused = !paused;
    event.currentTarget.setAttribute('aria-pressed', `${paused}`);
    if (!paused && fresh.size > 0 && isCalm())
      put(false);
  });
  pill.addEventListener('click', () => rows ? put(true) : location.reload());
  rows?.addEventListener('pointerover', event => isPointedAt = event.pointerType === 'mouse');
  rows?.addEventListener('pointerleave', () => isPointedAt = false);
  find('keys').addEventListener('click', () => sheet.showModal());
  keysOn.checked = localStorage.getItem(KEYS) !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem(KEYS, keysOn.checked ? 'on' : 'off'));
  document.addEventListener('keydown', onKey);
  // A tab that nobody sees holds no connection; what it missed comes from the last id when it is seen again.
  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', event => event.persisted && open());
  if (!document.hidden)
    open();
  if (asked)
    setInterval(showAsked, ASK_MS);
}

if (body.dataset.after)
  start();
