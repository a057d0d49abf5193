"""Words too common to be a theme of what customers say, per language."""

from __future__ import annotations

_ZH = """
我们 你们 他们 她们 它们 自己 大家 别人 这个 那个 这些 那些 这里 那里 这样 那样 这么 那么 这次 这种 什么 怎么
怎样 哪里 为什么 因为 所以 但是 不过 而且 虽然 如果 只是 只有 还是 还有 也是 就是 不是 没有 没人 有人 可以 可能
应该 需要 希望 觉得 感觉 认为 知道 一个 一次 一下 一直 一些 一点 一样 有点 有些 非常 很多 特别 比较 已经 现在
今天 今年 去年 当时 最后 后来 然后 之后 之前 以后 以前 时候 每次 还要 又要 只要 都要 不要 不会 不能 不了 不到 这边 那边
里面 出来 起来 下来 过来 回来 才能 才有 终于 真的 真是 的话 来说 起码 对于 关于 以及 或者 并且 其他 其它 有时
总是 经常 完全 几乎 几次 两次 三次 第一次 第二次 而是 却是 不同 同样 居然 竟然 尤其 甚至 很快 太久 太慢 太长
太多 很好 很长 还好 写得 做得 说得
"""

_EN = """
about after again all also although always and any are because been before being between both but can cannot
came can't come could couldn't did didn't does doesn't doing don't done down during each either even ever every
everything few first for from get getting give given goe going gone got had has hasn't have haven't having her
here him his how i'd i'll i'm into isn't it's its just last let like made make many may might more most much
must never nobody none nor not nothing now off often once one only other our out over own quite really said same
say see seem she should since some someone something soon still such take than that that's the their them then
there these they thing think this those though through time too took twice two under until upon very want was
wasn't way well went were weren't what when where which while who whom whose why will with within without won't
would wouldn't yet you your three four five second third day people
"""

STOP_WORDS: dict[str, frozenset[str]] = {"zh": frozenset(_ZH.split()), "en": frozenset(_EN.split())}
