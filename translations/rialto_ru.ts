<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
</context>
<context>
    <name>Cache</name>
    <message numerus="yes">
        <source>It was set aside and is fetched anew; %n unsent change(s) were kept.</source>
        <translation>
            <numerusform>Она отложена и загружается заново; сохранено %n неотправленное изменение.</numerusform>
            <numerusform>Она отложена и загружается заново; сохранено %n неотправленных изменения.</numerusform>
            <numerusform>Она отложена и загружается заново; сохранено %n неотправленных изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept when the program ends.</source>
        <translation>После закрытия программы ничего не сохранится.</translation>
    </message>
</context>
<context>
    <name>ChatFetcher</name>
    <message>
        <source>This message is not there any more.</source>
        <translation>Этого сообщения больше нет.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The local copy of the data is damaged.</source>
        <translation>Локальная копия данных повреждена.</translation>
    </message>
    <message>
        <source>The local copy of the data cannot be used: %1</source>
        <translation>Локальную копию данных нельзя использовать: %1</translation>
    </message>
    <message>
        <source>A newer version of Rialto wrote the local data.</source>
        <translation>Локальные данные записаны более новой версией Rialto.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not accept a value. Check what you typed.</source>
        <translation>Сервер не принял значение. Проверьте, что вы ввели.</translation>
    </message>
    <message>
        <source>The server did not understand the request. Update Rialto and try again.</source>
        <translation>Сервер не понял запрос. Обновите Rialto и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>You are not signed in any more. Sign in again.</source>
        <translation>Вы больше не в системе. Войдите снова.</translation>
    </message>
    <message>
        <source>Your account may not do this. Ask an administrator.</source>
        <translation>Вашей учётной записи это не разрешено. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Этого больше нет.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again and repeat your change.</source>
        <translation>Кто-то изменил это тем временем. Посмотрите ещё раз и повторите изменение.</translation>
    </message>
    <message>
        <source>This is too large for the server. Send less at once.</source>
        <translation>Это слишком велико для сервера. Отправьте меньшими частями.</translation>
    </message>
    <message>
        <source>That was too fast. Wait a moment and try again.</source>
        <translation>Слишком быстро. Подождите немного и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the network, then try again.</source>
        <translation>Сервер недоступен. Проверьте адрес и сеть и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full; nothing was saved. Tell an administrator.</source>
        <translation>На диске сервера нет места, ничего не сохранено. Сообщите администратору.</translation>
    </message>
    <message numerus="yes">
        <source>That was too fast. Try again in %n second(s).</source>
        <translation>
            <numerusform>Слишком быстро. Попробуйте через %n секунду.</numerusform>
            <numerusform>Слишком быстро. Попробуйте через %n секунды.</numerusform>
            <numerusform>Слишком быстро. Попробуйте через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is empty or too long. Send it in parts.</source>
        <translation>Сообщение пустое или слишком длинное. Отправьте его по частям.</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>Нынешний пароль неверен.</translation>
    </message>
    <message>
        <source>The message that this answers is not there any more.</source>
        <translation>Сообщения, на которое это ответ, больше нет.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Такого человека нет.</translation>
    </message>
    <message>
        <source>This message has 50 kinds of reaction; no more fit.</source>
        <translation>У этого сообщения уже 50 видов реакций, больше нельзя.</translation>
    </message>
    <message>
        <source>Another product has this SKU. Choose another.</source>
        <translation>Этот артикул уже занят другим товаром. Выберите другой.</translation>
    </message>
    <message>
        <source>The file is larger than this server takes.</source>
        <translation>Файл больше, чем принимает этот сервер.</translation>
    </message>
    <message>
        <source>The room for files on this server is used up. Remove some, or tell an administrator.</source>
        <translation>Место для файлов на сервере кончилось. Удалите лишние или сообщите администратору.</translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>This product is not there any more.</source>
        <translation>Этого товара больше нет.</translation>
    </message>
</context>
<context>
    <name>MessageModel</name>
    <message>
        <source>This message is not stored here, and there is no connection to fetch it.</source>
        <translation>Этого сообщения здесь нет, и нет соединения, чтобы его получить.</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message numerus="yes">
        <source>%1 sent you %n messages</source>
        <translation>
            <numerusform>%1: %n сообщение вам</numerusform>
            <numerusform>%1: %n сообщения вам</numerusform>
            <numerusform>%1: %n сообщений вам</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote to you</source>
        <translation>%1 пишет вам</translation>
    </message>
    <message numerus="yes">
        <source>%1 and others mentioned you %n times in %2</source>
        <translation>
            <numerusform>%1 и другие упомянули вас %n раз в «%2»</numerusform>
            <numerusform>%1 и другие упомянули вас %n раза в «%2»</numerusform>
            <numerusform>%1 и другие упомянули вас %n раз в «%2»</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mentioned you in %2</source>
        <translation>%1 упоминает вас в «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n replies to you, the last by %1</source>
        <translation>
            <numerusform>%n ответ вам, последний: %1</numerusform>
            <numerusform>%n ответа вам, последний: %1</numerusform>
            <numerusform>%n ответов вам, последний: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 replied to you</source>
        <translation>%1 отвечает вам</translation>
    </message>
    <message numerus="yes">
        <source>%n reactions to your message, the last by %1</source>
        <translation>
            <numerusform>%n реакция на ваше сообщение, последняя: %1</numerusform>
            <numerusform>%n реакции на ваше сообщение, последняя: %1</numerusform>
            <numerusform>%n реакций на ваше сообщение, последняя: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reacted to your message</source>
        <translation>%1: реакция на ваше сообщение</translation>
    </message>
    <message>
        <source>%1 added you to a room</source>
        <translation>%1 добавляет вас в комнату</translation>
    </message>
    <message>
        <source>%1 wants to be your friend</source>
        <translation>%1 хочет с вами дружить</translation>
    </message>
    <message>
        <source>%1 is your friend now</source>
        <translation>%1 теперь у вас в друзьях</translation>
    </message>
    <message>
        <source>Your role in %1 has changed</source>
        <translation>Ваша роль в «%1» изменилась</translation>
    </message>
    <message>
        <source>Your role has changed</source>
        <translation>Ваша роль изменилась</translation>
    </message>
    <message>
        <source>You may read, not write.</source>
        <translation>Вы можете читать, но не писать.</translation>
    </message>
    <message>
        <source>You moderate this room now.</source>
        <translation>Теперь вы модератор этой комнаты.</translation>
    </message>
    <message>
        <source>This room is yours now.</source>
        <translation>Теперь эта комната ваша.</translation>
    </message>
    <message>
        <source>You manage rooms and products now.</source>
        <translation>Теперь вы управляете комнатами и товарами.</translation>
    </message>
    <message>
        <source>You administer this server now.</source>
        <translation>Теперь вы администратор этого сервера.</translation>
    </message>
    <message>
        <source>You are an ordinary member now.</source>
        <translation>Теперь вы обычный участник.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages in %1, the last by %2</source>
        <translation>
            <numerusform>%n сообщение в «%1», последнее: %2</numerusform>
            <numerusform>%n сообщения в «%1», последнее: %2</numerusform>
            <numerusform>%n сообщений в «%1», последнее: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote in %2</source>
        <translation>%1: новое сообщение в «%2»</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The profile “%1” is open in another window. Choose another one with --profile.</source>
        <translation>Профиль «%1» открыт в другом окне. Выберите другой через --profile.</translation>
    </message>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation>Файл пароля %1 не читается: %2.</translation>
    </message>
    <message>
        <source>Rialto: chat, catalogue and films for your local network.</source>
        <translation>Rialto: чат, каталог и фильмы для вашей локальной сети.</translation>
    </message>
    <message>
        <source>Keep account, cache and settings under this name (default: default).</source>
        <translation>Хранить учётную запись, кэш и настройки под этим именем (по умолчанию: default).</translation>
    </message>
    <message>
        <source>Address of the server, e.g. http://localhost:3000.</source>
        <translation>Адрес сервера, например http://localhost:3000.</translation>
    </message>
    <message>
        <source>Sign in with this account name (needs --password-file).</source>
        <translation>Войти с этим именем (нужен --password-file).</translation>
    </message>
    <message>
        <source>Read the password from the first line of this file.</source>
        <translation>Взять пароль из первой строки этого файла.</translation>
    </message>
    <message>
        <source>“%1” is not an option. See rialto --help.</source>
        <translation>«%1» — не параметр. См. rialto --help.</translation>
    </message>
    <message>
        <source>--user and --password-file belong together.</source>
        <translation>--user и --password-file указываются вместе.</translation>
    </message>
    <message>
        <source>Do not look for servers on the network.</source>
        <translation>Не искать серверы в сети.</translation>
    </message>
    <message>
        <source>A rialto:// link to open, in the window that is open.</source>
        <translation>Ссылка rialto://, которую открыть, в открытом окне, если оно есть.</translation>
    </message>
</context>
<context>
    <name>PresenceText</name>
    <message>
        <source>Offline</source>
        <translation>Не в сети</translation>
    </message>
    <message>
        <source>Last seen just now</source>
        <translation>Только что</translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation>
            <numerusform>Был(а) %n минуту назад</numerusform>
            <numerusform>Был(а) %n минуты назад</numerusform>
            <numerusform>Был(а) %n минут назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen at %1</source>
        <translation>Был(а) в %1</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Был(а) %1</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Нет на месте</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, dots, hyphens and underscores.</source>
        <translation>Имя профиля состоит из букв, цифр, точек, дефисов и подчёркиваний.</translation>
    </message>
    <message>
        <source>The address may begin with http://, https:// or rialto://, not with %1://.</source>
        <translation>Адрес может начинаться с http://, https:// или rialto://, но не с %1://.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Порт — это число от 1 до 65535.</translation>
    </message>
    <message>
        <source>An IPv6 address in brackets looks like [::1]:3000.</source>
        <translation>Адрес IPv6 в скобках выглядит так: [::1]:3000.</translation>
    </message>
    <message>
        <source>There are too many colons in this address.</source>
        <translation>В этом адресе слишком много двоеточий.</translation>
    </message>
    <message>
        <source>The port is missing after the colon.</source>
        <translation>После двоеточия нет порта.</translation>
    </message>
    <message>
        <source>Type the address of the server, for example 192.168.1.5 or chat.local:3000.</source>
        <translation>Введите адрес сервера, например 192.168.1.5 или chat.local:3000.</translation>
    </message>
    <message>
        <source>Only a host and a port are expected, for example chat.local:3000.</source>
        <translation>Нужны только имя и порт, например chat.local:3000.</translation>
    </message>
    <message>
        <source>“%1” is not the name or the address of a machine.</source>
        <translation>«%1» — не имя и не адрес компьютера.</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n упоминание вас</numerusform>
            <numerusform>%n упоминания вас</numerusform>
            <numerusform>%n упоминаний вас</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплена</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>без звука</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>you are not in it</source>
        <translation>вы в неё не входите</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Черновик: %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Open the settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Показать все сочетания клавиш</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Поиск в настройках</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Увеличить текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Уменьшить текст</translation>
    </message>
    <message>
        <source>Reset the size of text</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Room above</source>
        <translation>Комната выше</translation>
    </message>
    <message>
        <source>Room below</source>
        <translation>Комната ниже</translation>
    </message>
    <message>
        <source>Unread room above</source>
        <translation>Предыдущая непрочитанная комната</translation>
    </message>
    <message>
        <source>Unread room below</source>
        <translation>Следующая непрочитанная комната</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Поиск в этой комнате</translation>
    </message>
    <message>
        <source>Search in all rooms</source>
        <translation>Поиск во всех комнатах</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Изменить своё последнее сообщение</translation>
    </message>
    <message>
        <source>Give up editing or replying</source>
        <translation>Отменить правку или ответ</translation>
    </message>
    <message>
        <source>Copy selected messages</source>
        <translation>Копировать выделенные сообщения</translation>
    </message>
    <message>
        <source>Select all messages</source>
        <translation>Выделить все сообщения</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Предыдущее изображение</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Следующее изображение</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Приблизить</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Отдалить</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Сохранить изображение</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Delete the product</source>
        <translation>Удалить товар</translation>
    </message>
    <message>
        <source>Delete the notification</source>
        <translation>Удалить уведомление</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Комнаты</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Switch to the first, second, … account</source>
        <translation>Перейти к первой, второй, … учётной записи</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Go to a room or a person by name</source>
        <translation>Перейти в комнату или к человеку по имени</translation>
    </message>
    <message>
        <source>Show people and friends</source>
        <translation>Показать людей и друзей</translation>
    </message>
    <message>
        <source>Go from message to message</source>
        <translation>Перейти от сообщения к сообщению</translation>
    </message>
    <message>
        <source>Open the file, the link or the quoted message</source>
        <translation>Открыть файл, ссылку или процитированное сообщение</translation>
    </message>
    <message>
        <source>All that can be done with the message</source>
        <translation>Всё, что можно сделать с сообщением</translation>
    </message>
    <message>
        <source>In the messages</source>
        <translation>В сообщениях</translation>
    </message>
    <message>
        <source>Quit Rialto</source>
        <translation>Закрыть Rialto</translation>
    </message>
    <message>
        <source>Back to the rooms, in a narrow window</source>
        <translation>Назад к комнатам в узком окне</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Жирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Зачёркнутый</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Скрытый до щелчка</translation>
    </message>
    <message>
        <source>Show the details of the room</source>
        <translation>Показать подробности комнаты</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Вчера, %1</translation>
    </message>
</context>
<context>
    <name>RoomNotices</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n человек</numerusform>
            <numerusform>ещё %n человека</numerusform>
            <numerusform>ещё %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 добавляет в комнату: %2</translation>
    </message>
    <message>
        <source>%1 joined the room</source>
        <translation>В комнате теперь: %1</translation>
    </message>
    <message>
        <source>%1 created the room</source>
        <translation>%1 создаёт комнату</translation>
    </message>
    <message>
        <source>%1 left the room</source>
        <translation>%1 больше не в комнате</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 удаляет из комнаты: %2</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Message deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Новые сообщения</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не отправлено</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано от: %1</translation>
    </message>
    <message>
        <source>Click to open the message</source>
        <translation>Нажмите, чтобы открыть сообщение</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>replies to %1: %2</source>
        <translation>ответ на сообщение, %1: %2</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes of a file</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation>По последним данным</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <comment>why</comment>
        <translation>Не сохранено. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::AccountMenu</name>
    <message>
        <source>Profile…</source>
        <translation>Профиль…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Добавить учётную запись…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Выйти…</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Invite to this server…</source>
        <translation>Пригласить на этот сервер…</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
</context>
<context>
    <name>rialto::AccountView</name>
    <message>
        <source>%1 is not the server you know</source>
        <translation>%1 — не тот сервер, который вы знаете</translation>
    </message>
    <message>
        <source>Its certificate has changed, so nothing is sent to it. Either it was installed anew, or somebody stands between you and it. Ask its operator; if all is well, sign out and sign in again to trust the new certificate.

Until now: %1

Now: %2</source>
        <translation>Его сертификат изменился, поэтому ему ничего не отправляется. Либо сервер установлен заново, либо кто-то стоит между вами. Спросите оператора; если всё в порядке, выйдите и войдите снова, чтобы доверять новому сертификату.

Раньше: %1

Сейчас: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>rialto::ApiClient</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Нет связи с сервером.</translation>
    </message>
    <message>
        <source>The server sent something unreadable.</source>
        <translation>Сервер прислал нечитаемый ответ.</translation>
    </message>
</context>
<context>
    <name>rialto::AvatarField</name>
    <message>
        <source>Change picture…</source>
        <translation>Сменить фото…</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Убрать фото</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Guests cannot send files.</source>
        <translation>Гости не могут отправлять файлы.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите фото</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>%1 is no picture that can be shown: choose a PNG, JPEG, WebP or GIF.</source>
        <translation>«%1» нельзя показать как изображение: выберите PNG, JPEG, WebP или GIF.</translation>
    </message>
    <message>
        <source>Sending the picture…</source>
        <translation>Фото отправляется…</translation>
    </message>
    <message>
        <source>Sending the picture: %1 %</source>
        <translation>Фото отправляется: %1 %</translation>
    </message>
</context>
<context>
    <name>rialto::CatalogPage</name>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Поиск (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Поиск товаров</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товаров пока нет</translation>
    </message>
    <message>
        <source>Add the first one; everybody on the server sees it at once.</source>
        <translation>Добавьте первый; его сразу увидят все на сервере.</translation>
    </message>
    <message>
        <source>No products match</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Попробуйте меньше слов или другие.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln product(s)</source>
        <translation>
            <numerusform>%1 из %Ln товара</numerusform>
            <numerusform>%1 из %Ln товаров</numerusform>
            <numerusform>%1 из %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Сохранить изменения?</translation>
    </message>
    <message>
        <source>You have changed this product and not saved it yet.</source>
        <translation>Вы изменили этот товар и ещё не сохранили.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Somebody deleted this product while you were changing it.</source>
        <translation>Кто-то удалил этот товар, пока вы его меняли.</translation>
    </message>
    <message>
        <source>Product added</source>
        <translation>Товар добавлен</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>The product leaves the catalogue for everybody.</source>
        <translation>Товар исчезнет из каталога у всех.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>the new product</source>
        <translation>новый товар</translation>
    </message>
    <message>
        <source>this SKU is taken</source>
        <translation>этот артикул занят</translation>
    </message>
    <message>
        <source>Not saved, %1: %2</source>
        <translation>Не сохранено, %1: %2</translation>
    </message>
</context>
<context>
    <name>rialto::CertificateStrip</name>
    <message>
        <source>This server is not the one you know</source>
        <translation>Это не тот сервер, который вы знаете</translation>
    </message>
    <message>
        <source>Its certificate has changed. Either it was installed anew, or somebody stands between you and it and would read your password. Ask its operator before you go on. Now it shows:</source>
        <translation>Его сертификат изменился. Либо сервер установлен заново, либо кто-то стоит между вами и прочитает ваш пароль. Прежде чем продолжить, спросите оператора. Сейчас он показывает:</translation>
    </message>
    <message>
        <source>Until now:</source>
        <translation>Раньше:</translation>
    </message>
    <message>
        <source>Your first time on this server</source>
        <translation>Вы впервые на этом сервере</translation>
    </message>
    <message>
        <source>It made its certificate itself. Compare this fingerprint with the one on the server&apos;s screen; you are asked only once.</source>
        <translation>Он сам создал свой сертификат. Сравните этот отпечаток с тем, что на экране сервера; об этом спрашивают только один раз.</translation>
    </message>
    <message>
        <source>I have asked: trust the new one</source>
        <translation>Я спросил: доверять новому</translation>
    </message>
    <message>
        <source>It matches: trust this server</source>
        <translation>Совпадает: доверять серверу</translation>
    </message>
    <message>
        <source>The server&apos;s fingerprint</source>
        <translation>Отпечаток сервера</translation>
    </message>
    <message>
        <source>Whoever comes for the first time is asked to compare it. Show yours, or read it out.</source>
        <translation>Кто приходит впервые, того просят сравнить отпечаток. Покажите свой или прочитайте его вслух.</translation>
    </message>
</context>
<context>
    <name>rialto::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>This room is no longer there for you.</source>
        <translation>Эта комната вам больше недоступна.</translation>
    </message>
    <message>
        <source>No room is open</source>
        <translation>Комната не открыта</translation>
    </message>
    <message>
        <source>Choose one on the left, or begin with a new one.</source>
        <translation>Выберите комнату слева или создайте новую.</translation>
    </message>
    <message>
        <source>You cannot see the room that this link leads to.</source>
        <translation>Вам не видна комната, на которую ведёт эта ссылка.</translation>
    </message>
    <message>
        <source>Go to a room or a person</source>
        <translation>Перейти в комнату или к человеку</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Nothing is found under this link.</source>
        <translation>По этой ссылке ничего нет.</translation>
    </message>
    <message>
        <source>You are on this server already.</source>
        <translation>Вы уже на этом сервере.</translation>
    </message>
    <message>
        <source>“%1” is no longer there for you.</source>
        <translation>Комната «%1» вам больше недоступна.</translation>
    </message>
</context>
<context>
    <name>rialto::ChatWriter</name>
    <message>
        <source>Files cannot be sent from here.</source>
        <translation>Отсюда файлы не отправить.</translation>
    </message>
</context>
<context>
    <name>rialto::ClientApp</name>
    <message numerus="yes">
        <source>%n change(s) not sent yet will be lost.</source>
        <translation>
            <numerusform>%n неотправленное изменение будет потеряно.</numerusform>
            <numerusform>%n неотправленных изменения будут потеряны.</numerusform>
            <numerusform>%n неотправленных изменений будут потеряны.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Выйти?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Выйти с сервера %1?</translation>
    </message>
    <message>
        <source>Sign in to %1 to follow the link.</source>
        <translation>Войдите на %1, чтобы перейти по ссылке.</translation>
    </message>
    <message>
        <source>The copies of this account on this computer are removed; the server keeps everything.</source>
        <translation>Копии данных этой учётной записи на этом компьютере удаляются; на сервере всё остаётся.</translation>
    </message>
    <message>
        <source>This link leads to a server that is not at its address any more.</source>
        <translation>Эта ссылка ведёт на сервер, которого по его адресу больше нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are only here and will be lost, too.</source>
        <translation>
            <numerusform>%n черновик есть только здесь и тоже будет потерян.</numerusform>
            <numerusform>%n черновика есть только здесь и тоже будут потеряны.</numerusform>
            <numerusform>%n черновиков есть только здесь и тоже будут потеряны.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
</context>
<context>
    <name>rialto::Composer</name>
    <message>
        <source>Editing a message. Esc cancels.</source>
        <translation>Правка сообщения. Esc — отмена.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Send (%1)</source>
        <translation>Отправить (%1)</translation>
    </message>
    <message>
        <source>A message cannot become empty. Esc leaves it as it was; its menu deletes it.</source>
        <translation>Сообщение не может стать пустым. Esc оставит его прежним; удалить его можно через его меню.</translation>
    </message>
</context>
<context>
    <name>rialto::ConflictDialog</name>
    <message>
        <source>“%1” was changed meanwhile</source>
        <translation>«%1» тем временем изменён</translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived. Choose for each value what shall stand.</source>
        <translation>Кто-то изменил этот товар раньше вас. Выберите для каждого значения, что останется.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чужое</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Всё моё</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Всё чужое</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, моё: %2</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, чужое: %2</translation>
    </message>
</context>
<context>
    <name>rialto::ConnectionBanner</name>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Обновление…</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Выход выполнен</translation>
    </message>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation>
            <numerusform>Нет связи, повтор через %n с</numerusform>
            <numerusform>Нет связи, повтор через %n с</numerusform>
            <numerusform>Нет связи, повтор через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Нет связи с %1.</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Повтор через %n с</numerusform>
            <numerusform>Повтор через %n с</numerusform>
            <numerusform>Повтор через %n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
</context>
<context>
    <name>rialto::DevicesDialog</name>
    <message>
        <source>Devices that are signed in</source>
        <translation>Устройства, на которых выполнен вход</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Устройство без имени</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (это устройство)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out all others</source>
        <translation>Выйти на всех остальных</translation>
    </message>
</context>
<context>
    <name>rialto::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать сведения</translation>
    </message>
</context>
<context>
    <name>rialto::DownloadBook</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Не удаётся записать %1.</translation>
    </message>
</context>
<context>
    <name>rialto::EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Найти эмодзи</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>Смайлики и чувства</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Животные и природа</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Еда и напитки</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Путешествия</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Занятия</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Вещи</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Нет эмодзи с таким названием.</translation>
    </message>
</context>
<context>
    <name>rialto::ExportDialog</name>
    <message>
        <source>Export room</source>
        <translation>Экспорт комнаты</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written</source>
        <translation>
            <numerusform>Записано %n сообщение</numerusform>
            <numerusform>Записано %n сообщения</numerusform>
            <numerusform>Записано %n сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::FileLink</name>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Файл не записать: %1</translation>
    </message>
    <message>
        <source>The server no longer has this upload.</source>
        <translation>На сервере этой загрузки больше нет.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Файл %1 не записать.</translation>
    </message>
    <message>
        <source>The server sent more than the file has.</source>
        <translation>Сервер прислал больше, чем есть в файле.</translation>
    </message>
</context>
<context>
    <name>rialto::FilePreviewDialog</name>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Отправить %n файл</numerusform>
            <numerusform>Отправить %n файла</numerusform>
            <numerusform>Отправить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Добавьте подпись</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>rialto::FriendButtons</name>
    <message>
        <source>End friendship</source>
        <translation>Убрать из друзей</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Согласиться</translation>
    </message>
    <message>
        <source>Add friend</source>
        <translation>Добавить в друзья</translation>
    </message>
</context>
<context>
    <name>rialto::InviteDialog</name>
    <message>
        <source>Invite to this server</source>
        <translation>Пригласить на этот сервер</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Others come here by this link or this code: on the page to sign in, the link is typed as the address, and the code is read “From a QR picture…”.</source>
        <translation>По этой ссылке или этому коду сюда придут другие: на странице входа ссылку вводят как адрес, а код читает кнопка «Из картинки с QR-кодом…».</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>QR-код: %1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Скопировать картинку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Only this machine reaches this address. To invite others, sign in by the address that the server has in your network.</source>
        <translation>Этот адрес доступен только с этого компьютера. Чтобы приглашать других, войдите по адресу, который у сервера в вашей сети.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>rialto::JumpButton</name>
    <message>
        <source>To the newest message</source>
        <translation>К последнему сообщению</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::MainWindow</name>
    <message>
        <source>%1 — Rialto</source>
        <translation>%1 — Rialto</translation>
    </message>
</context>
<context>
    <name>rialto::MessageToolbar</name>
    <message>
        <source>React</source>
        <translation>Реакция</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Реакция %1</translation>
    </message>
</context>
<context>
    <name>rialto::NamesDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>rialto::NewRoomDialog</name>
    <message>
        <source>New room</source>
        <translation>Новая комната</translation>
    </message>
    <message>
        <source>Private: only people who are added see it</source>
        <translation>Закрытая: её видят только добавленные люди</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Topic (may be left empty)</source>
        <translation>Тема (можно не указывать)</translation>
    </message>
    <message>
        <source>Create room</source>
        <translation>Создать комнату</translation>
    </message>
    <message>
        <source>Type a name for the room.</source>
        <translation>Введите название комнаты.</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Добавить людей…</translation>
    </message>
    <message>
        <source>Add people to the room</source>
        <translation>Добавить людей в комнату</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add nobody</source>
        <translation>Никого не добавлять</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationCard</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Choose a notification on the left to see what can be done.</source>
        <translation>Выберите уведомление слева, чтобы увидеть, что можно сделать.</translation>
    </message>
    <message>
        <source>Open room</source>
        <translation>Открыть комнату</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Согласиться</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Отметить непрочитанным</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Back to the notifications</source>
        <translation>Назад к уведомлениям</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationDelegate</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationFilter</name>
    <message>
        <source>Unread: %1</source>
        <translation>Не прочитано: %1</translation>
    </message>
</context>
<context>
    <name>rialto::NotifyPage</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Отметить непрочитанным</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Прочитать все</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Упоминания</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>When somebody writes to you, mentions or invites you, it is told here.</source>
        <translation>Здесь видно, когда вам пишут, упоминают вас или приглашают.</translation>
    </message>
</context>
<context>
    <name>rialto::PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Текущий пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Новый пароль ещё раз</translation>
    </message>
    <message>
        <source>Your other devices are signed out and need the new password.</source>
        <translation>На других устройствах понадобится войти с новым паролем.</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Не менее 8 символов.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Пароли не совпадают.</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Это не ваш текущий пароль.</translation>
    </message>
</context>
<context>
    <name>rialto::PeopleDialog</name>
    <message>
        <source>People and friends</source>
        <translation>Люди и друзья</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написать</translation>
    </message>
</context>
<context>
    <name>rialto::PeopleFilter</name>
    <message>
        <source>Want to be friends with you</source>
        <translation>Хотят дружить с вами</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Друзья</translation>
    </message>
    <message>
        <source>Asked by you</source>
        <translation>Вы предложили дружбу</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>Все остальные</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбран(а)</translation>
    </message>
</context>
<context>
    <name>rialto::PersonCard</name>
    <message>
        <source>Write</source>
        <translation>Написать</translation>
    </message>
    <message>
        <source>You are friends.</source>
        <translation>Вы дружите.</translation>
    </message>
    <message>
        <source>You asked to be friends. There is no answer yet.</source>
        <translation>Вы предложили дружить. Ответа пока нет.</translation>
    </message>
    <message>
        <source>Wants to be your friend.</source>
        <translation>Хочет с вами дружить.</translation>
    </message>
</context>
<context>
    <name>rialto::PersonDialog</name>
    <message>
        <source>Search by name</source>
        <translation>Поиск по имени</translation>
    </message>
</context>
<context>
    <name>rialto::PictureStore</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 не записать.</translation>
    </message>
</context>
<context>
    <name>rialto::PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Предыдущее изображение</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Следующее изображение</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels</source>
        <translation>%1, %2 на %3 пикселей</translation>
    </message>
</context>
<context>
    <name>rialto::PinBar</name>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Pinned %1 of %2</source>
        <translation>Закреплено: %1 из %2</translation>
    </message>
</context>
<context>
    <name>rialto::ProductFilter</name>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
</context>
<context>
    <name>rialto::ProductForm</name>
    <message>
        <source>The description is too long.</source>
        <translation>Описание слишком длинное.</translation>
    </message>
    <message>
        <source>Type a number with at most three decimal places.</source>
        <translation>Введите число не более чем с тремя знаками после запятой.</translation>
    </message>
    <message>
        <source>Three letters, e.g. UAH.</source>
        <translation>Три буквы, напр. UAH.</translation>
    </message>
    <message>
        <source>Type an amount, e.g. %1.</source>
        <translation>Введите сумму, напр. %1.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Это поле не может быть пустым.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Не более %n символа.</numerusform>
            <numerusform>Не более %n символов.</numerusform>
            <numerusform>Не более %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
</context>
<context>
    <name>rialto::ProductLinks</name>
    <message>
        <source>%1 %2 in stock</source>
        <translation>На складе: %1 %2</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Нет в наличии</translation>
    </message>
</context>
<context>
    <name>rialto::ProductModel</name>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>This product was deleted.</source>
        <translation>Этот товар удалён.</translation>
    </message>
</context>
<context>
    <name>rialto::ProductPane</name>
    <message>
        <source>Kept here. It is sent when the connection is back.</source>
        <translation>Сохранено здесь. Отправится, когда появится связь.</translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived.</source>
        <translation>Кто-то изменил этот товар раньше вас.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Сравнить…</translation>
    </message>
    <message>
        <source>Your change was not accepted: %1</source>
        <translation>Ваше изменение не принято: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Your change is on its way.</source>
        <translation>Ваше изменение отправляется.</translation>
    </message>
    <message>
        <source>Somebody changed this product while you were typing. Saving shows both.</source>
        <translation>Кто-то изменил этот товар, пока вы печатали. При сохранении вы увидите оба варианта.</translation>
    </message>
    <message>
        <source>Only the person who added it and managers may change this product.</source>
        <translation>Изменять этот товар могут только тот, кто его добавил, и менеджеры.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Added by %1. Changed %2.</source>
        <translation>Автор: %1. Изменено: %2.</translation>
    </message>
    <message>
        <source>a deleted user</source>
        <translation>удалённый пользователь</translation>
    </message>
</context>
<context>
    <name>rialto::ProductWriter</name>
    <message>
        <source>This product has been stored meanwhile; open it again.</source>
        <translation>Этот товар тем временем сохранён; откройте его снова.</translation>
    </message>
</context>
<context>
    <name>rialto::ProfileDialog</name>
    <message>
        <source>Profile and presence</source>
        <translation>Профиль и присутствие</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Quiet every day from</source>
        <translation>Тихо каждый день с</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Имя, которое видят другие</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>For example: at the warehouse until three</source>
        <translation>Например: на складе до трёх</translation>
    </message>
    <message>
        <source>Meanwhile notifications are kept without a sound, except critical ones.</source>
        <translation>Тем временем уведомления копятся без звука, кроме критических.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Beginning of the quiet hours</source>
        <translation>Начало тихих часов</translation>
    </message>
    <message>
        <source>End of the quiet hours</source>
        <translation>Конец тихих часов</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>rialto::QrEntry</name>
    <message>
        <source>Choose a picture of a QR code</source>
        <translation>Выберите картинку с QR-кодом</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read: choose a PNG, JPEG, WebP or GIF.</source>
        <translation>«%1» не читается как изображение: выберите PNG, JPEG, WebP или GIF.</translation>
    </message>
    <message>
        <source>No QR code is seen in this picture. All of it must be there, sharp and with its white edge.</source>
        <translation>На этой картинке не видно QR-кода. Он должен быть на ней целиком, чётко и с белой каймой.</translation>
    </message>
    <message>
        <source>This QR code leads to no Rialto server. Ask for the one that “Invite to this server…” shows, in the menu of accounts.</source>
        <translation>Этот QR-код не ведёт на сервер Rialto. Попросите тот, что показывает «Пригласить на этот сервер…» в меню учётных записей.</translation>
    </message>
</context>
<context>
    <name>rialto::RestClient</name>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>Сервер недоступен: %1</translation>
    </message>
    <message>
        <source>This does not look like a Rialto server (status %1).</source>
        <translation>Это не похоже на сервер Rialto (статус %1).</translation>
    </message>
</context>
<context>
    <name>rialto::RevisionsDialog</name>
    <message>
        <source>What the message said</source>
        <translation>Что было в сообщении</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>rialto::RoomDelegate</name>
    <message>
        <source>Rooms</source>
        <translation>Комнаты</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Личные сообщения</translation>
    </message>
    <message>
        <source>Other public rooms</source>
        <translation>Другие открытые комнаты</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архив</translation>
    </message>
</context>
<context>
    <name>rialto::RoomDetailsDialog</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Type a name for the room.</source>
        <translation>Введите название комнаты.</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Добавить людей…</translation>
    </message>
</context>
<context>
    <name>rialto::RoomExport</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 не записать.</translation>
    </message>
</context>
<context>
    <name>rialto::RoomHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
    <message>
        <source>Room menu</source>
        <translation>Меню комнаты</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the rooms</source>
        <translation>Назад к комнатам</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Поиск в этой комнате</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>rialto::RoomListPane</name>
    <message>
        <source>New room…</source>
        <translation>Новая комната…</translation>
    </message>
    <message>
        <source>New room or message</source>
        <translation>Новая комната или сообщение</translation>
    </message>
    <message>
        <source>Search rooms (Ctrl+K)</source>
        <translation>Поиск комнат (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search rooms</source>
        <translation>Поиск комнат</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Комнаты</translation>
    </message>
    <message>
        <source>People and friends…</source>
        <translation>Люди и друзья…</translation>
    </message>
    <message>
        <source>No room is called like this</source>
        <translation>Ни одна комната так не называется</translation>
    </message>
    <message>
        <source>Perhaps a message says it.</source>
        <translation>Возможно, это есть в сообщениях.</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Искать в сообщениях</translation>
    </message>
</context>
<context>
    <name>rialto::RoomMenu</name>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Unpin from the top</source>
        <translation>Открепить сверху</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Закрепить сверху</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Включить звук</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>What concerns me</source>
        <translation>О том, что касается меня</translation>
    </message>
    <message>
        <source>Only mentions and answers</source>
        <translation>Только об упоминаниях и ответах</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ни о чём</translation>
    </message>
    <message>
        <source>Members and settings…</source>
        <translation>Участники и настройки…</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Добавить людей…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation>Покинуть комнату…</translation>
    </message>
    <message>
        <source>Join room</source>
        <translation>Вступить</translation>
    </message>
    <message>
        <source>Delete room…</source>
        <translation>Удалить комнату…</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показать профиль…</translation>
    </message>
    <message>
        <source>Only the two of you read this</source>
        <translation>Это читаете только вы двое</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Export room</source>
        <translation>Экспорт комнаты</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Покинуть «%1»?</translation>
    </message>
    <message>
        <source>You are not told of news from it any more. A private room lets you in again only when somebody adds you.</source>
        <translation>Вы больше не будете получать новости из неё. В закрытую комнату можно вернуться, только если вас добавят.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Покинуть</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>It closes for everybody, with all that was said in it.</source>
        <translation>Комната закроется для всех вместе со всем, что в ней сказано.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Переместить в архив</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>О каждом сообщении</translation>
    </message>
    <message>
        <source>You are its only owner: a moderator, or whoever has been in it longest, takes your place.</source>
        <translation>Вы единственный её владелец: ваше место займёт модератор или тот, кто в ней дольше всех.</translation>
    </message>
</context>
<context>
    <name>rialto::RoomPane</name>
    <message>
        <source>Guests read here; ask an administrator for an account that may write.</source>
        <translation>Гости только читают; попросите у администратора учётную запись с правом писать.</translation>
    </message>
    <message>
        <source>You are looking at this room from outside. Join it to write and to get notifications.</source>
        <translation>Вы смотрите на эту комнату со стороны. Вступите, чтобы писать и получать новости.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Join room</source>
        <translation>Вступить</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Сообщения загружаются…</translation>
    </message>
    <message>
        <source>This message has %1 characters; %2 is the most. Send it in parts, or as a file.</source>
        <translation>В сообщении %1 знаков; самое большее — %2. Отправьте его по частям или файлом.</translation>
    </message>
    <message>
        <source>This message is too long. Send it in parts.</source>
        <translation>Сообщение слишком длинное. Отправьте его частями.</translation>
    </message>
    <message>
        <source>The message is gone.</source>
        <translation>Этого сообщения больше нет.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Copy selected text</source>
        <translation>Копировать выделенное</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Реакция…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Переслать…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Edit history…</source>
        <translation>История правок…</translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation>Удалённый пользователь</translation>
    </message>
    <message>
        <source>Forward to</source>
        <translation>Кому переслать</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Переслать</translation>
    </message>
    <message>
        <source>Forwarded to “%1”</source>
        <translation>Переслано: «%1»</translation>
    </message>
    <message>
        <source>Everyone in the room</source>
        <translation>Все в комнате</translation>
    </message>
    <message>
        <source>The message is deleted for everybody in a moment.</source>
        <translation>Сейчас сообщение удалится у всех.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Удалить у всех</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показать профиль…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>The picture cannot be kept on this machine.</source>
        <translation>Картинку не сохранить на этом компьютере.</translation>
    </message>
    <message numerus="yes">
        <source>A message carries %n file(s) at most.</source>
        <translation>
            <numerusform>В сообщении может быть не больше %n файла.</numerusform>
            <numerusform>В сообщении может быть не больше %n файлов.</numerusform>
            <numerusform>В сообщении может быть не больше %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Открыть «%1»</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Вы больше не состоите в этой комнате.</translation>
    </message>
    <message>
        <source>Save “%1”…</source>
        <translation>Сохранить «%1»…</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n message(s)…</source>
        <translation>
            <numerusform>Переслать %n сообщение…</numerusform>
            <numerusform>Переслать %n сообщения…</numerusform>
            <numerusform>Переслать %n сообщений…</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not saved. %2</source>
        <translation>«%1» не сохранён. %2</translation>
    </message>
    <message>
        <source>Go on saving “%1”</source>
        <translation>Продолжить сохранение «%1»</translation>
    </message>
    <message>
        <source>Give up saving “%1”</source>
        <translation>Отменить сохранение «%1»</translation>
    </message>
    <message>
        <source>Who reacted…</source>
        <translation>Кто отреагировал…</translation>
    </message>
    <message>
        <source>Read by…</source>
        <translation>Кто прочитал…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть %1</translation>
    </message>
    <message>
        <source>Go to the message it answers</source>
        <translation>К сообщению, на которое это ответ</translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation>Показать скрытое</translation>
    </message>
    <message>
        <source>Copy code “%1”</source>
        <translation>Копировать код «%1»</translation>
    </message>
    <message>
        <source>Who reacted</source>
        <translation>Кто отреагировал</translation>
    </message>
    <message>
        <source>Nobody any more.</source>
        <translation>Уже никто.</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Кто прочитал</translation>
    </message>
    <message>
        <source>Nobody else has read it yet.</source>
        <translation>Пока больше никто не прочитал.</translation>
    </message>
    <message>
        <source>In a room of this size, as it was when the list of its members came last.</source>
        <translation>В такой большой комнате — каким это было, когда список участников пришёл в последний раз.</translation>
    </message>
    <message>
        <source>Message, sent when back online</source>
        <translation>Сообщение, уйдёт с появлением связи</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать сведения</translation>
    </message>
    <message>
        <source>No messages to show yet</source>
        <translation>Пока нечего показать</translation>
    </message>
    <message>
        <source>They appear here when the connection is back.</source>
        <translation>Сообщения появятся, когда вернётся связь.</translation>
    </message>
    <message>
        <source>Nothing has been written here yet</source>
        <translation>Здесь ещё ничего не написано</translation>
    </message>
    <message>
        <source>Write the first message, or drop a file here.</source>
        <translation>Напишите первое сообщение или перетащите сюда файл.</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>message in %1</source>
        <translation>сообщение в %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Показать папку</translation>
    </message>
</context>
<context>
    <name>rialto::RoomSwitcher</name>
    <message>
        <source>A few letters of the name</source>
        <translation>Несколько букв названия</translation>
    </message>
    <message>
        <source>Nothing is called like this</source>
        <translation>Ничего с таким названием нет</translation>
    </message>
    <message>
        <source>Try other letters, or fewer of them.</source>
        <translation>Попробуйте другие буквы или меньше букв.</translation>
    </message>
</context>
<context>
    <name>rialto::SearchPane</name>
    <message>
        <source>Write a word to look for.</source>
        <translation>Напишите слово для поиска.</translation>
    </message>
    <message>
        <source>After from: comes a name, or “me”.</source>
        <translation>После from: пишут имя или «me».</translation>
    </message>
    <message>
        <source>After in: comes the name of a room.</source>
        <translation>После in: пишут название комнаты.</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it as 2026-12-31 or 31.12.2026.</source>
        <translation>«%1» — не день. Напишите так: 2026-12-31 или 31.12.2026.</translation>
    </message>
    <message numerus="yes">
        <source>Look for %n words at most.</source>
        <translation>
            <numerusform>Можно искать не больше %n слова.</numerusform>
            <numerusform>Можно искать не больше %n слов.</numerusform>
            <numerusform>Можно искать не больше %n слов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Ищем…</translation>
    </message>
    <message>
        <source>Offline: only what is stored here was searched.</source>
        <translation>Нет связи: поиск шёл только по тому, что хранится здесь.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Ничего не нашлось.</translation>
    </message>
    <message>
        <source>Search in “%1”</source>
        <translation>Поиск в «%1»</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Поиск везде</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Поиск сообщений</translation>
    </message>
    <message>
        <source>Found messages</source>
        <translation>Найденные сообщения</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Закрыть поиск</translation>
    </message>
    <message>
        <source>has: knows “link”, “file” and “image”, not “%1”.</source>
        <translation>has: знает «link», «file» и «image», а не «%1».</translation>
    </message>
    <message>
        <source>from: in: before: after: has:link has:file has:image narrow it down; “in quotes” is found as it stands.</source>
        <translation>from: in: before: after: has:link has:file has:image сужают поиск; «в кавычках» ищется дословно.</translation>
    </message>
</context>
<context>
    <name>rialto::ServerPane</name>
    <message>
        <source>This is not an address. Type a name or a number, for example 10.0.0.5:3000.</source>
        <translation>Это не адрес. Введите имя или число, например 10.0.0.5:3000.</translation>
    </message>
    <message>
        <source>Forget this server</source>
        <translation>Забыть этот сервер</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Другой адрес</translation>
    </message>
    <message>
        <source>Name or address, e.g. 10.0.0.5:3000</source>
        <translation>Имя или адрес, напр. 10.0.0.5:3000</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
        </translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>без шифрования</translation>
    </message>
    <message>
        <source>Those of this network, and those you have signed in to.</source>
        <translation>Серверы этой сети и те, на которых вы уже входили.</translation>
    </message>
    <message>
        <source>None found yet. You can type the address that you were given below.</source>
        <translation>Пока ничего не найдено. Ниже можно ввести адрес, который вам дали.</translation>
    </message>
    <message>
        <source>From a QR picture…</source>
        <translation>Из картинки с QR-кодом…</translation>
    </message>
    <message>
        <source>A picture can also be dropped on this page, or pasted with %1.</source>
        <translation>Картинку можно и перетащить на эту страницу или вставить: %1.</translation>
    </message>
</context>
<context>
    <name>rialto::Session</name>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Связь с сервером потеряна.</translation>
    </message>
</context>
<context>
    <name>rialto::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Поиск в настройках</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Разделы настроек</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>Таких настроек нет</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Попробуйте меньше слов или другие.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>light dark colours system night</source>
        <translation>светлая тёмная темная цвета система ночь</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>%1 enlarges it anywhere, %2 reduces it, %3 takes it back.</source>
        <translation>%1 увеличивает его в любом месте, %2 уменьшает, %3 возвращает обычный.</translation>
    </message>
    <message>
        <source>font zoom large small letters</source>
        <translation>шрифт масштаб крупный мелкий буквы</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Язык интерфейса</translation>
    </message>
    <message>
        <source>Changes at once, in every window.</source>
        <translation>Меняется сразу, во всех окнах.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Played with each notification of the desktop.</source>
        <translation>При каждом уведомлении рабочего стола.</translation>
    </message>
    <message>
        <source>quiet silent noise</source>
        <translation>тихо тишина шум</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Показывать текст</translation>
    </message>
    <message>
        <source>Others may read it over your shoulder.</source>
        <translation>Его могут прочитать через ваше плечо.</translation>
    </message>
    <message>
        <source>quote text preview privacy</source>
        <translation>цитата предпросмотр приватность</translation>
    </message>
    <message>
        <source>Choose times…</source>
        <translation>Выбрать время…</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Now, or every day between two times.</source>
        <translation>Сейчас или каждый день в выбранные часы.</translation>
    </message>
    <message>
        <source>quiet hours schedule presence</source>
        <translation>тихие часы расписание присутствие</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>The name that others see, and your status.</source>
        <translation>Имя, которое видят другие, и ваш статус.</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>присутствие аккаунт</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Сменить…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>All other devices must sign in again afterwards.</source>
        <translation>После этого на всех других устройствах придётся войти заново.</translation>
    </message>
    <message>
        <source>security</source>
        <translation>безопасность</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Показать…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Where you are signed in, and how to end it from here.</source>
        <translation>Где выполнен вход; лишние сеансы можно завершить.</translation>
    </message>
    <message>
        <source>sessions security sign out</source>
        <translation>сеансы безопасность выход</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Выйти…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Rialto&apos;s data is removed from this computer; the server keeps everything.</source>
        <translation>Данные Rialto будут удалены с этого компьютера; на сервере всё останется.</translation>
    </message>
    <message>
        <source>leave exit log out</source>
        <translation>выход покинуть</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>%1 shows them anywhere.</source>
        <translation>%1 показывает их в любом месте.</translation>
    </message>
    <message>
        <source>keys hotkeys</source>
        <translation>клавиши горячие хоткеи</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать сведения</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Rialto is free software under the GNU General Public License, version 3. Qt is used under the LGPL and GPL; the icons are from Lucide under the ISC licence, the names of emoji from Unicode under the Unicode licence; Markdown is read by md4c under the MIT licence, QR codes are made and read by ZXing-C++ under the Apache licence, version 2.0, and spelling is checked by Hunspell under the LGPL.</source>
        <translation>Rialto — свободная программа под GNU General Public License, версия 3. Qt используется под LGPL и GPL; значки — из Lucide под лицензией ISC, названия эмодзи — из Unicode под лицензией Unicode; Markdown читает md4c под лицензией MIT, QR-коды делает и читает ZXing-C++ под лицензией Apache, версия 2.0, правописание проверяет Hunspell под LGPL.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Ещё одна учётная запись</translation>
    </message>
    <message>
        <source>On this or another server; %1 switch between them.</source>
        <translation>На этом или другом сервере; переключение: %1.</translation>
    </message>
    <message>
        <source>several servers switch</source>
        <translation>несколько серверов переключить учётные записи аккаунты</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Новое сообщение</translation>
    </message>
    <message>
        <source>New mail</source>
        <translation>Новое письмо</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Сервер %1</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Оставаться в трее</translation>
    </message>
    <message>
        <source>Closing the window leaves Rialto running, so that news is told of. %1 quits.</source>
        <translation>Закрытое окно не завершает Rialto, и уведомления приходят. %1 завершает.</translation>
    </message>
    <message>
        <source>close quit background window</source>
        <translation>закрыть выйти фон окно трей</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Набор текста</translation>
    </message>
    <message>
        <source>Check the spelling</source>
        <translation>Проверять орфографию</translation>
    </message>
    <message>
        <source>This computer has no dictionaries; packages with names such as hunspell-en-us bring them.</source>
        <translation>На этом компьютере нет словарей; их приносят пакеты с названиями вроде hunspell-ru.</translation>
    </message>
    <message>
        <source>mistakes typos dictionary</source>
        <translation>ошибки опечатки словарь правописание</translation>
    </message>
    <message>
        <source>Enter sends the message</source>
        <translation>Enter отправляет сообщение</translation>
    </message>
    <message>
        <source>With it Shift+Enter begins a new line; without it Ctrl+Enter sends.</source>
        <translation>Тогда новую строку начинает Shift+Enter; иначе отправляет Ctrl+Enter.</translation>
    </message>
    <message>
        <source>return key new line break</source>
        <translation>клавиша ввод новая строка перенос</translation>
    </message>
</context>
<context>
    <name>rialto::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>rialto::SignInForm</name>
    <message>
        <source>Type your password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>Пароль — не короче %n символа.</numerusform>
            <numerusform>Пароль — не короче %n символов.</numerusform>
            <numerusform>Пароль — не короче %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your account name.</source>
        <translation>Введите имя учётной записи.</translation>
    </message>
    <message>
        <source>Use 2 to 32 letters, digits, dots, hyphens or underscores.</source>
        <translation>От 2 до 32 букв, цифр, точек, дефисов или подчёркиваний.</translation>
    </message>
    <message>
        <source>This name and password do not match. Check the keyboard layout and Caps Lock.</source>
        <translation>Имя и пароль не подходят друг к другу. Проверьте раскладку клавиатуры и Caps Lock.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Это имя занято. Выберите другое.</translation>
    </message>
    <message>
        <source>This server takes new people by invitation. Type the code you were given.</source>
        <translation>На этот сервер принимают по приглашению. Введите код, который вам дали.</translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask its operator for one.</source>
        <translation>Этот сервер не принимает новых людей. Попросите учётную запись у оператора.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>Эта учётная запись отключена. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Создать учётную запись</translation>
    </message>
    <message>
        <source>Create an account on %1</source>
        <translation>Учётная запись на %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Вход на %1</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Имя учётной записи</translation>
    </message>
    <message>
        <source>Name that others see (may be left empty)</source>
        <translation>Имя, которое видят другие (можно не указывать)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>Код приглашения</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Создать запись</translation>
    </message>
    <message>
        <source>Already have an account?</source>
        <translation>Уже есть учётная запись?</translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation>Впервые здесь?</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать сведения</translation>
    </message>
</context>
<context>
    <name>rialto::SignInPage</name>
    <message>
        <source>Type the address of a server first.</source>
        <translation>Сначала введите адрес сервера.</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>rialto::Socket</name>
    <message>
        <source>No server answers at this address.</source>
        <translation>По этому адресу никто не отвечает.</translation>
    </message>
    <message>
        <source>The server&apos;s name cannot be found.</source>
        <translation>Имя сервера не найдено.</translation>
    </message>
    <message>
        <source>There is no way to the server&apos;s network.</source>
        <translation>Нет пути к сети сервера.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Сервер закрыл соединение.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>Не удалось установить защищённое соединение.</translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation>Соединение не удалось: %1</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Связь с сервером потеряна.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the trusted one.</source>
        <translation>Сертификат сервера — не тот, которому доверяют.</translation>
    </message>
    <message>
        <source>The server is going away or restarts.</source>
        <translation>Сервер выключается или перезапускается.</translation>
    </message>
    <message>
        <source>This machine was too slow for the server.</source>
        <translation>Этот компьютер не успевал за сервером.</translation>
    </message>
    <message>
        <source>This sign-in has ended, on another device or with a new password.</source>
        <translation>Этот вход завершён: на другом устройстве или новым паролем.</translation>
    </message>
</context>
<context>
    <name>rialto::StrandedDialog</name>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>%n сообщение не отправлено</numerusform>
            <numerusform>%n сообщения не отправлены</numerusform>
            <numerusform>%n сообщений не отправлено</numerusform>
        </translation>
    </message>
    <message>
        <source>Their room was deleted or is no longer open to you. Copy what you want to keep.</source>
        <translation>Их комната удалена или больше вам не доступна. Скопируйте то, что хотите сохранить.</translation>
    </message>
    <message>
        <source>Unsent messages</source>
        <translation>Неотправленные сообщения</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Скопировать и закрыть</translation>
    </message>
</context>
<context>
    <name>rialto::SyncClient</name>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>The local copy of the data is being restored.</source>
        <translation>Локальная копия данных восстанавливается.</translation>
    </message>
    <message>
        <source>This Rialto and its server do not understand one another: bring both to the same version.</source>
        <translation>Этот Rialto и его сервер не понимают друг друга: установите одну и ту же версию.</translation>
    </message>
</context>
<context>
    <name>rialto::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n человек</numerusform>
            <numerusform>%1 и ещё %n человека</numerusform>
            <numerusform>%1 и ещё %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Прочитали: %1</translation>
    </message>
</context>
<context>
    <name>rialto::ToastCenter</name>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
</context>
<context>
    <name>rialto::Tray</name>
    <message numerus="yes">
        <source>Rialto: %n unread</source>
        <translation>
            <numerusform>Rialto: %n непрочитанное</numerusform>
            <numerusform>Rialto: %n непрочитанных</numerusform>
            <numerusform>Rialto: %n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Rialto</source>
        <translation>Открыть Rialto</translation>
    </message>
    <message>
        <source>Quit Rialto</source>
        <translation>Закрыть Rialto</translation>
    </message>
</context>
<context>
    <name>rialto::TypingBook</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 пишет…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 и %2 пишут…</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are typing…</source>
        <translation>
            <numerusform>%1 и ещё %n человек пишут…</numerusform>
            <numerusform>%1 и ещё %n человека пишут…</numerusform>
            <numerusform>%1 и ещё %n человек пишут…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::UploadQueue</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 не прочитать.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 пуст.</translation>
    </message>
    <message>
        <source>%1 has a name that cannot be sent.</source>
        <translation>Имя %1 нельзя отправить.</translation>
    </message>
    <message>
        <source>%1 is no longer there, or was changed.</source>
        <translation>%1 больше нет на месте, или он изменился.</translation>
    </message>
    <message>
        <source>%1 has %2; this server takes files of %3 at most.</source>
        <translation>В %1 — %2; этот сервер принимает файлы не больше %3.</translation>
    </message>
    <message>
        <source>%1 is a picture of a kind (%2) from which its place and time cannot be removed. Send it as PNG, JPEG, GIF or WebP, or inside an archive.</source>
        <translation>%1 — изображение такого вида (%2), из которого нельзя убрать место и время съёмки. Отправьте его как PNG, JPEG, GIF или WebP либо в архиве.</translation>
    </message>
</context>
<context>
    <name>rialto::UserDirectory</name>
    <message>
        <source>Deleted user</source>
        <translation>Удалённый пользователь</translation>
    </message>
</context>
<context>
    <name>rialto::ComposerField</name>
    <message>
        <source>No suggestions</source>
        <translation>Нет вариантов</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Добавить в словарь</translation>
    </message>
</context>
<context>
    <name>rialto::MemberList</name>
    <message>
        <source>Add people to the room</source>
        <translation>Добавить людей в комнату</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation>Удалённый пользователь</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>владелец</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>модератор</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Make a moderator</source>
        <translation>Сделать модератором</translation>
    </message>
    <message>
        <source>Make an ordinary member</source>
        <translation>Сделать обычным участником</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>Сделать владельцем</translation>
    </message>
    <message>
        <source>Remove from the room…</source>
        <translation>Удалить из комнаты…</translation>
    </message>
    <message>
        <source>Remove %1 from “%2”?</source>
        <translation>Удалить из «%2»: %1?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показать профиль…</translation>
    </message>
    <message>
        <source>They can join again: the room is public.</source>
        <translation>Вернуться можно самому: комната открытая.</translation>
    </message>
    <message>
        <source>They come back only when somebody adds them.</source>
        <translation>Вернуться можно, только если кто-нибудь добавит.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Save file</source>
        <translation>Сохранить файл</translation>
    </message>
</context>
<context>
    <name>rialto::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Files and photos</source>
        <translation>Файлы и фото</translation>
    </message>
    <message>
        <source>Back to the details</source>
        <translation>Назад к подробностям</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation>Покинуть комнату…</translation>
    </message>
    <message>
        <source>Members · %1</source>
        <translation>Участники · %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
</context>
<context>
    <name>rialto::AttachmentPane</name>
    <message>
        <source>Show in the chat</source>
        <translation>Показать в чате</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>Ищем их…</translation>
    </message>
    <message>
        <source>Offline: only what is stored here is shown.</source>
        <translation>Нет связи: показано только то, что сохранено здесь.</translation>
    </message>
    <message>
        <source>No pictures were sent here yet.</source>
        <translation>Здесь ещё не отправляли фото.</translation>
    </message>
    <message>
        <source>No files were sent here yet.</source>
        <translation>Здесь ещё не отправляли файлов.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
</context>
<context>
    <name>rialto::SearchCompletion</name>
    <message>
        <source>with a link</source>
        <translation>со ссылкой</translation>
    </message>
    <message>
        <source>with a file</source>
        <translation>с файлом</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>с картинкой</translation>
    </message>
    <message>
        <source>your own messages</source>
        <translation>ваши сообщения</translation>
    </message>
</context>
</TS>
