/**
 * Words that never name a topic, beyond what their even spread over the topics already shows: function words, and what
 * people say to a machine whatever the subject is. Lower case.
 */
export const TOPIC_STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both but
  by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for from further get give
  given had has hasn't have haven't having he her here hers him his how however i i'd i'll i'm i've if in into is isn't it
  it's its itself just know let let's like make many may me might more most much must my need no nor not now of off on once
  one only or other our ours out over own please same she should shouldn't so some such tell than thank thanks that that's
  the their theirs them then there there's these they they're this those through to too two under until up us use using
  very want was wasn't way we we're well were weren't what what's when where which while who whom why will with won't would
  you you'd you'll you're you've your yours
  あ ある あの あり いう いる いく え お おり か が から き く くる くれ けど こ こう ここ こと この これ ご さ さん し して
  した しな する せ そ そう そこ その それ た ため たい たら だ だけ だっ ださい ください つ て で です でき できる でし でしょう でも と
  とき ところ どう どの な ない なく なっ など なら なり なる に ね の ので のに は はい へ ほう ほど ま まし ましょう ます ません また
  まで み も もう もの や やっ よ よう より よる ら られ る れ れる を ん 一 中 人 事 何 方 時 的 等 者
  了 不 与 个 为 之 也 也是 于 从 他 以 但 你 你的 们 会 但是 做 其 到 被 又 及 可以 各 吗 吧 呢 和 哪 哪些 因 因为 在 她 如 如何
  如果 它 对 将 就 并 很 怎么 您 我 我们 或 所 所以 把 是 有 没 没有 然后 用 着 给 自己 要 让 请 还 这 这个 这些 那 那个 那些 都 里
  需要 一个 一些 上 下 什么 使用`.split(/\s+/),
);
