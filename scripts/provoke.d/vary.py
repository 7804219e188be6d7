"""The second, independent list: the same meetings in other languages and with other options, and texts as they reach a person: behind a
prefix, in JSON, wrapped, cut off."""
import json, os, re, subprocess, textwrap

LANGUAGES = ('de_DE', 'fr_FR', 'es_ES', 'it_IT', 'pt_BR', 'ru_RU', 'ja_JP', 'zh_CN', 'pl_PL', 'nl_NL')


def languages(folder):
    """Makes the locales that Debian's sources of locales allow, in FOLDER; those that were made."""
    os.makedirs(folder + '/locale', exist_ok=True)
    made = []
    for name in LANGUAGES:
        if os.path.exists('/usr/share/i18n/locales/' + name):
            subprocess.run(['localedef', '--no-archive', '-i', name, '-f', 'UTF-8', f'{folder}/locale/{name}.UTF-8'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if os.path.exists(f'{folder}/locale/{name}.UTF-8'): made.append(name)
    return made


def options(runtime, number, folder, made):
    """The environment of one meeting: a language for programs that have some, an option for a runtime that has one."""
    some = {'Node.js': ('--stack-trace-limit=0', '--stack-trace-limit=2', '--enable-source-maps', '--trace-uncaught', '--no-warnings --stack-trace-limit=30')}
    env = {}
    if runtime == 'Node.js': env['NODE_OPTIONS'] = some[runtime][number % 5]
    elif runtime == 'Python' and number % 2: env['PYTHONDEVMODE'] = '1'
    elif runtime == 'Rust': env['RUST_BACKTRACE'] = '1'
    elif runtime == 'Go': env['GOTRACEBACK'] = 'all'
    if made and runtime not in ('Node.js', 'Go', 'JVM', 'Bun', 'Deno', 'Rust'):
        env.update(LOCPATH=folder + '/locale', LANG=made[number % len(made)] + '.UTF-8', LC_ALL=made[number % len(made)] + '.UTF-8')
    return env


JAVA = (['-Djdk.includeInExceptions=hostInfo', '-Duser.language=de'], ['-XX:MaxJavaStackTraceDepth=2'], ['-Duser.language=ja', '-Duser.country=JP', '-Djdk.includeInExceptions=hostInfo'])


def compose(text):
    """As `docker compose logs` has it."""
    return '\n'.join('orders-1  | ' + line for line in text.split('\n'))


def syslog(text):
    return '\n'.join('Nov 30 09:14:07 web1 orders[4711]: ' + line for line in text.split('\n'))


def kubernetes(text):
    return '\n'.join('2026-11-30T09:14:07.123456789Z stderr F ' + line for line in text.split('\n'))


def first_line(text):
    return text.split('\n', 1)[0] if len(text.split('\n', 1)[0]) > 25 else text


def last_line(text):
    return text.rsplit('\n', 1)[-1] if re.search(r'[A-Za-z]{4}.*[A-Za-z]{4}', text.rsplit('\n', 1)[-1]) and 'Traceback' in text else text


def escaped(text):
    return json.dumps({'@timestamp': '2026-11-30T09:14:07.123Z', 'log.level': 'error', 'service': 'orders', 'error': {'stack_trace': text}}, ensure_ascii=False)


def message(text):
    return json.dumps({'time': '2026-11-30T09:14:07Z', 'severity': 'ERROR', 'message': text})


def logfmt(text):
    return 'ts=2026-11-30T09:14:07Z level=error caller=load.go:71 msg="could not load orders" err=' + json.dumps(text, ensure_ascii=False)


def quoted(text):
    return 'the log says: "' + text.replace('\n', ' ') + '" - what is that?'


def wrapped(text):
    return '\n'.join(piece for line in text.split('\n') for piece in (textwrap.wrap(line, 100, break_on_hyphens=False, drop_whitespace=False) or ['']))


def html(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;').replace("'", '&#39;')


def coloured(text):
    return '\n'.join('\x1b[31m' + line + '\x1b[0m' for line in text.split('\n'))



def spring(text):
    return '2026-11-30T09:14:07.123+01:00 ERROR 1 --- [orders] [nio-8080-exec-3] o.a.c.c.C.[.[.[/].[dispatcherServlet] : Servlet.service() for servlet [dispatcherServlet] threw exception\n\n' + text


WAYS = (compose, syslog, kubernetes, first_line, last_line, escaped, message, logfmt, quoted, wrapped, html, coloured, spring)
