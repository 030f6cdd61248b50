package sequences

// The texts that are ours: short lines that rhyme, written for nnplay, free for
// any use. They repeat their words, so that a small model has something to find.

const rhymesEnglish = `the little net began to learn
it took each number in its turn
it guessed the word it missed the word
it kept the half of what it heard

the rain came down the wind came round
the little net fell to the ground
it stood again it shook its head
and tried another way instead

a step too long and off it flew
a step too short and nothing new
a step just right and down the hill
it found the valley calm and still

the moon was up the stars were bright
the little net worked all the night
it saw the cat it saw the hat
it learned that this goes after that

the sun came up the sky was blue
the little net knew what to do
it wrote a line it wrote a rhyme
and got it better every time

oh little net what do you know
i know the way the letters go
i know the a i know the z
and all the ones that come to me

oh little net what do you see
i see a bird upon a tree
i see a ship upon the sea
and all of them look back at me

oh little net what do you say
i say the night will turn to day
i say the rain will go away
and all the birds will sing and play

so take a step and take it slow
and look at where the numbers go
the road is long the hill is high
but you will learn it if you try

so take a word and take one more
and put it with the one before
the more you read the more you know
and that is how the small nets grow
`

const rhymesChinese = `小小网络初学写，
一步一步不停歇。
今天猜错不要紧，
明天再来学一些。

春天来了花儿开，
小鸟飞去又飞来。
小小网络看花儿，
看了一排又一排。

夏天来了下大雨，
雨水落在小河里。
小小网络听雨声，
一声一声记心里。

秋天来了月儿圆，
月儿挂在山那边。
小小网络看月儿，
看了一年又一年。

冬天来了下大雪，
雪花落下像树叶。
小小网络学写字，
写了一页又一页。

步子太大走不稳，
步子太小走不远。
不大不小慢慢走，
走到山下看得见。

一个字来两个字，
三个四个都认识。
前面是水后面山，
山山水水写成诗。

小小网络你看啥，
我看天上白云啊。
小小网络你听啥，
我听风里小雨啊。

小小网络你学啥，
我学写字和说话。
小小网络你写啥，
我写小河和小花。

路是一步一步走，
字是一个一个有。
今天学来明天用，
小小网络是朋友。
`
