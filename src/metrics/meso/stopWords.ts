/** Words that say nothing about a task, in lower case, by the language of Intl.Segmenter's locale. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const ENGLISH_FUNCTION_WORDS = words(
  `the a an of to in on for with at by from and or but if is are was were be been am do does did have has had can could
  will would should may might must not no i you he she it we they me my your his her its our their this that these those
  what which who how why when where there as than then so about into please`,
);

/** Function words of the large European languages that are no English words. */
export const ROMANCE_AND_GERMANIC_FUNCTION_WORDS = words(
  `el la los las un una unos unas de del y o en que con por para como es son fue su sus al lo se más cómo qué cuál
  le les des du et ou dans pour avec sur est sont une ce cette ces qui que quoi comment pourquoi je tu il elle nous vous ils
  mon ma mes votre vos au aux pas ne
  der die das den dem ein eine einen einem einer und oder ist sind von zu mit für auf im nicht sich wie was warum wer ich
  du er sie wir ihr mir mich dir dich mein meine dein deine ihre bitte auch als bei aus nach über werden wird
  o os um uma uns umas do dos da das no na nos nas em é são não seu sua com por como
  il lo gli di che non è sono per con del della dei delle nel nella come perché cosa
  het een van voor niet zijn dat wat hoe waarom ik je wij
  och att det som på är av för med inte till jag hur`,
);

export const KEY_PHRASE_STOP_WORDS = new Map<string, ReadonlySet<string>>([
  [
    'zh',
    words(
      `什么 怎么 如何 怎样 哪些 哪个 哪里 为什么 为何 多少 一个 一些 一下 一种 一篇 一段 一份 这个 那个 这些 那些 这样 那样 这里 那里
      以及 或者 还是 但是 因为 所以 如果 虽然 然后 而且 并且 不过 可以 能够 需要 应该 可能 必须 希望 想要 是否 没有 不是 就是 还有
      我们 你们 他们 她们 它们 自己 大家 请问 谢谢 帮忙 帮我 一样 之间 关于 对于 由于 根据 通过 其中 其他 以下 以上 下面 上面 之后 之前
      已经 正在 非常 比较 更加 最好 所有 每个 各种 问题 时候 现在 今天 进行 使用 包括 等等 例如 比如 作为 成为 认为 觉得 知道 告诉
      那么 只是 一直 每天 今天 另一 第一 第二 
      的话 吗 呢 吧 啊 并 并且 请 我 你 他 她 它 的 了 是 在 和 与 有 不 也 都 就 而 及 或 被 把 给 对 从 到 为 以 于 其 之`,
    ),
  ],
  [
    'ja',
    words(
      `以下 次 上記 下記 場合 必要 可能 方法 何 私 僕 俺 彼 彼女 自分 今 今日 一つ 二つ 人 時 年 月 日 中 前 後 上 下 内 他 各 全て 全部
      等 的 性 化 用 者 件 例 点 際 約 第 数 々 説明 回答 質問 お願い 教`,
    ),
  ],
  [
    'th',
    words(
      `ที่ และ ใน ของ เป็น การ มี ได้ ให้ ว่า ไป มา จะ ไม่ กับ จาก นี้ นั้น ก็ แต่ หรือ ถ้า เพราะ เพื่อ โดย ซึ่ง อะไร อย่างไร ทำไม เมื่อ
      ที่ไหน ใคร เท่าไร เท่าไหร่ กี่ ผม ฉัน ดิฉัน คุณ เขา เธอ เรา พวก มัน ครับ ค่ะ คะ นะ หน่อย ช่วย กรุณา ด้วย แล้ว อยู่ คือ อยาก ต้อง ควร
      สามารถ เอา ขอ บ้าง ไหม มั้ย อีก ทั้ง ทุก แต่ละ หนึ่ง อย่าง ความ ถึง ต่อ ขึ้น ลง ออก เข้า ยัง เคย กำลัง มาก ตัว ผู้ สิ่ง ตาม เกี่ยวกับ เกี่ยว`,
    ),
  ],
  [
    'ko',
    words(
      `그리고 하지만 그러나 그래서 또는 및 수 것 등 때 더 가장 매우 정말 어떻게 무엇 뭐 왜 언제 어디 누구 어떤 이 그 저 이것 그것 나 너 저희
      우리 제 내 있는 있다 있나요 있습니다 있을까요 없는 하는 하는지 해주세요 해줘 주세요 좀 알려 알려줘 알려주세요 무엇인가요 대해 대한 대하여 위해 위한
      다음 모든 할 한 된 되는 합니다 입니다 인가요 것은 것이 같은 다른`,
    ),
  ],
  [
    'ru',
    words(
      `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из
      ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь вам ведь там потом себя ничего ей может они тут где
      есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет тогда кто этот того потому этого какой
      какие какая какое почему сколько ним этом один почти мой моя мои тем чтобы мое пожалуйста можно нужно это эта эти при об
      между через после перед про также которые который которая`,
    ),
  ],
]);

/** Words of programming languages, and the names that every program has. */
export const CODE_STOP_WORDS = words(
  `def return if else elif for while do in is not and or import from as class function func fn let const var public private
  protected static void int float double bool boolean string str char long short new this self super null none nil undefined
  true false try catch except finally raise throw throws switch case break continue default with yield async await lambda
  pass print println printf console log include using namespace std struct enum interface type extends implements package
  main args argv end begin then echo select from where join on group by order insert into values update set delete create
  table export require module begin range len list dict map object array number i j k n x y a b c s t e`,
);
