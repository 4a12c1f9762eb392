/**
 * Words that never name a topic, beyond what their even spread over the topics already shows: function words, and what
 * people say to a machine whatever the subject is. Lower case; words of one character, and of up to three hiragana, need no
 * listing (`isTopicTerm`).
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
  ありがとう ください くださり けれども こちら そちら どちら されて しました している しまい しまいまし でしょう ですが ところ ながら なければ
  について ました ましょう まったく ものの ように よろしく られて 一つ 以下 以上 場合 質問 次の 何か 何が 教え 思い 言い 下さい お願い 願い
  也是 你的 你有 但是 可以 哪些 哪个 因为 如何 如果 怎么 怎样 我们 我的 我想 或者 所以 是否 没有 然后 自己 请问 谢谢 这个 这些 那个 那些
  需要 一个 一些 一下 一种 一篇 一段 一份 什么 为什么 使用 关于 以及 他们 你们 回答 问题`.split(
    /\s+/,
  ),
);
