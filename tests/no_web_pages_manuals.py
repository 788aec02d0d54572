"""Manuals, which have rights, paths, dots and lines of one width as pages have. All synthetic."""

SHANBIAN = """
SHANBIAN(1)                  用户命令                  SHANBIAN(1)

名称
       shanbian - 打乱各行的次序

概述
       shanbian [选项]... [文件]...

描述
       -n, --lines=数目
              最多输出这么多行
       --help 显示帮助信息并退出
"""
MANUALS = {
    "labels of an app, each over what it does": (
        "公众号文章页面说明\n\n一篇文章打开以后，页面从上到下分为几个部分。\n\n微信号\n\n"
        "这一栏写的是账号的英文名，可以用来搜索和添加，长度为六到二十个字符。\n\n"
        "写留言\n\n开通了留言功能的账号才有，留言经过筛选以后显示在文章下面。\n\n"
        "在看\n\n点击以后，好友可以在“看一看”里看到这篇文章，再点一次取消。\n\n"
        "取消 允许\n\n以上各项都可以在后台关闭，关闭以后看不到相应的位置。\n"
    ),
    "what each notice of an app says": (
        "第三章 文章页\n\n3.1 页面构成\n\n打开一篇文章，顶端显示标题和名称，右上角为菜单按钮。\n\n"
        "微信扫一扫关注该公众号\n\n此提示出现在电脑浏览器里，用手机扫描以后，会进入关注页面。\n\n"
        "继续滑动看下一个\n\n此提示出现在文章末尾，向上滑动进入下一篇文章，无法关闭。\n\n"
        "喜欢此内容的人还喜欢\n\n此提示下方为系统推荐的三篇文章，可以在后台关闭。\n\n"
        "使用小程序\n\n点击后出现确认窗口，里面有“取消”和“允许”，点允许以后打开小程序。\n"
    ),
    "readme with its rights": (
        "shuichi\n======\n\n`shuichi` reads gauges.\n\nContributing\n------------\n\n"
        "Issues are welcome.\n\nCopyright and Licence\n---------------------\n\n"
        "    Copyright (C) 2007--2009 by Wang Ping <wang@example.org>\n"
        "    Copyright (C) 2010--2012 by Li Yan <li@example.org>\n"
        "    ------------------------------\n\n"
        "    This work may be distributed under the\n    conditions of its licence.\n\n"
        "    The Current Maintainer of this work is Li Yan.\n\n"
        "    This package consists of the file  shuichi.dtx,\n"
        "                 and the derived files shuichi.sty,\n"
        "                                       shuichi.pdf,\n"
        "                                       shuichi-data.def and\n"
        "                                       README.md (this file).\n"
    ),
    "a block of code with a page's labels": (
        "# 水尺助手\n\n## 用法\n\n```\n首页 > 水尺 > 读数\n上一篇：记事\n下一篇：水位\n分享到：\n"
        "相关阅读\n```\n\n- `add` 记一次\n- `list` 看清单\n\n每天早晚各读一次水尺，读数写进本子，"
        "月底由站里的人核对一遍，没有差错再报到县里。\n"
    ),
    "rights above a licence in English": f"""{SHANBIAN}
版权
       Copyright © 2022 Qingshan Software, Inc.
       License GPLv3+: GNU GPL version 3 or later
       This is free software: you are free to change and
       redistribute it.  There is NO WARRANTY, to the extent
       permitted by law.

参见
       完整文档请见：
       <https://www.example.org/software/shanbian>
       或者在本地使用： info shanbian

青山工具 9.1                 2022年9月                 SHANBIAN(1)
""",
    "options of a command, told in the words of a site": """
QINGSUAN(1)                       用户命令                      QINGSUAN(1)

名称
       qingsuan - 计算并校验文件的校验和

概述
       qingsuan [选项]... [文件]...

描述
       -q, --quiet
              不要为每个成功验证的文件显示成功信息

       -w, --warn
              为没有正确格式化的各行显示警告信息

       --help 显示此帮助信息并退出

       --version
              显示版本信息并退出

       校验和按照站里的办法计算。校验的时候，输入应当是这个程序以前的输出，
       每行先写校验和，再写一个空格，最后是文件的名字。

报告错误
       请向 <https://example.org/team> 报告翻译错误。

青山工具 9.1                      2022年9月                     QINGSUAN(1)
""",
    "badges of a program above its description": """
# shanbian

![star](https://badge.example/stars/qingshan/shanbian)
![licence](https://badge.example/licence/shanbian)

\\[[文档](https://shanbian.example)\\] \\| \\[[交流群](https://shanbian.example/group)\\]

这个工具把文件的各行打乱以后输出，可以指定输出的行数，也可以指定随机数的种子。
行数很多的时候，它先把各行的位置记在内存里，再按打乱的次序读取，所以内存占用不大。
""",
    "page of a manual with its rights above a paragraph": f"""{SHANBIAN}
版权
       Copyright © 2022 Qingshan Software.  License GPLv3+
       本软件是自由软件：您可以自由修改和重新发布它。在法律允许的范围内，不提供任何保证。

参见
       shanbian 的完整文档
       在本地使用 info shanbian

青山工具 9.1                 2022年9月                 SHANBIAN(1)
""",
    "manual in lines of one width under subheads": """
内存文件系统
Copyright 2004 Zhang Xiaoshan
概述
这个文件系统将所有文件都保存在内存中，不会在 hard disk 上创建任何文件，卸载以后它里面
的东西都会丢失，所以重要的文件不要放在里面。它的大小随着文件的多少增长或缩小，不用的
pages 可以换到 swap 里去，也可以用 mount 的选项来限制它的大小。
挂载
用 mount -o remount 可以随时调整它的大小，也可以限制其中 inode 的数目，两者之中先到达
上限的一个起作用。参数 size 是分配给它的字节数，没有给出的时候是物理内存 RAM 的一半，
过大的时候 kernel 会因为没有内存可用而停住，所以不要给得太大。
用途
把它挂载在 /tmp 和 /var/tmp 上很方便，很多人都这样做，也可以用于共享内存 shared memory
和程序之间的 semaphore 以及匿名映射，这些都不需要挂载，内核自己会在启动的时候准备好一
个看不见的挂载，供程序使用。
""",
    "steps with calls and redirections": """
完全公平的调度器
- enqueue_task(...)
进程变成可以运行的状态时调用它，把进程放进红黑树，并且给计数加一，供其他的函数使用。
- dequeue_task(...)
进程不再可以运行的时候调用它，把进程从红黑树里拿走，并且给计数减一，供其他的函数使用。
- yield_task(...)
这个函数先把进程拿走，再把它放回来，除非设置了另外的选项，那时进程放在树的最右边。
配置两个组：
# echo 2048 > multimedia/cpu.shares
# echo 1024 > browser/cpu.shares
启动浏览器，把它移到第二个组里，然后看看两个组各用了多少时间，结果应当接近二比一。
""",
    "chat with a name and a stamp over each message": """
阿梅 2017-02-20 08:06:55
[图片]
小周 2017-02-20 08:13:23
这是上次看的展览
小周 2017-02-20 08:16:22
还有票
小周 2017-02-20 08:20:59
我们几个人商量了一下，还是想请你一起去看这个展览，票已经替你买好了，明天早上八点在东站门口见面，记得带相机。
阿梅 2017-02-20 08:24:48
商量了一下，还是想请你一起去看这个展览，票已经替你买好了，明天早上八点在东站门口见面，不见不散。
""",
    "chat in which people say what buttons say": """
江城中学校友群
阿梅 2017-02-20 08:06:55
[图片]
小周 2017-02-20 08:13:23
这是上次看的展览
小周 2017-02-20 08:16:22
分享到朋友圈了吗
阿梅 2017-02-20 08:20:59
还没有，晚上回去再发，先把照片理一理，有几张拍虚了，要挑一挑。
小周 2017-02-20 08:24:48
点赞
下一页
阿梅 2017-02-20 08:30:01
登录
""",
    "chat with hours alone": """
阿梅 8:02
首页打不开
小周 8:03
登录
收藏
阿梅 8:05
我们商量了一下，还是想请你一起去看这个展览，票已经替你买好了，明天早上八点在东站门口见面。
老赵 8:05
分享
转发
小周 8:09
下一页
阿梅 8:11
收到
""",
    "how to take out what MediaWiki prints": """
怎样让 MediaWiki 的页面少显示一些东西
装好 MediaWiki 以后，每个词条上面都会有一行“跳转至：导航、搜索”，这是给读屏软件用的。
如果你不喜欢，可以在皮肤的模板里把它去掉，具体做法如下。
跳转至： 导航、 搜索
上面这一行由 Skin.php 里的 printJumpLinks 函数输出，把它注释掉即可。
另外一行“来自江城百科”由消息 Tagline 控制，编辑页面 MediaWiki:Tagline，内容清空就行。
来自江城百科
改完以后记得清一下缓存，不然看到的还是旧的页面。
""",
    "lines of a site that a short guide quotes": """
网站的导航怎样写
导航栏的文字要短，常见的有：
首页 | 关于我们 | 联系我们
登录 / 注册
返回顶部
导航栏放在页面最上方，读者一眼就能看到，所以文字宁短勿长，一般不超过五个字，含义也要清楚。
上一篇：渡口的石阶
下一篇：渡口的灯
这两行放在正文下面，读者读完便可接着读。
分享到：
微信　微博　QQ空间
版权所有　翻印必究
这一行通常写在书的最后一页。
""",
}
